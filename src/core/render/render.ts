import type { Plan } from '../plan/plan.ts';
import { escapeFor } from './literals.ts';
import { projectView } from './project-view.ts';
import type { RenderedFile } from './rendered-file.ts';
import { renderTemplate } from './strict-mustache.ts';
import { tableView } from './table-view.ts';

/** Renders every planned file; the same plan always gives the same bytes. */
export function renderFiles(plan: Plan): readonly RenderedFile[] {
  const project = projectView(plan.model);
  const tables = new Map(plan.model.tables.map((it) => [it, { ...project, ...tableView(it, plan.model) }]));
  return plan.files.map(({ template, path, table }) => {
    const view = (table === undefined ? undefined : tables.get(table)) ?? project;
    return { path, text: renderTemplate(template.text, view, escapeFor(path)) };
  });
}
