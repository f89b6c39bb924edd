import type { Model, Table } from '../model/model.ts';
import { domainView } from './domain-view.ts';
import { factoryView } from './factory-view.ts';
import { modelView } from './model-view.ts';
import type { TemplateView } from './strict-mustache.ts';
import { testView } from './test-view.ts';

/** Everything that a template of one table may mention, beyond the project's view. */
export function tableView(table: Table, model: Model): TemplateView {
  return {
    ...modelView(table, model),
    ...domainView(table, model),
    ...factoryView(table, model),
    ...testView(table, model),
  };
}
