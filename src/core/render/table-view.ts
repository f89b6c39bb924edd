import type { Model, Table } from '../model/model.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Everything that a template of one table may mention, beyond the project's view. */
export function tableView(table: Table, _model: Model): TemplateView {
  return { table };
}
