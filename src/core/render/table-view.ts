import type { Model, Table } from '../model/model.ts';
import { modelView } from './model-view.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Everything that a template of one table may mention, beyond the project's view. */
export function tableView(table: Table, model: Model): TemplateView {
  return { ...modelView(table, model) };
}
