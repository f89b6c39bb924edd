import type { Model, Table } from '../model/model.ts';
import { type ProjectPath, projectPath } from '../shared/project-path.ts';
import { FEATURES } from './features.ts';
import type { Template, TemplateSet } from './template-set.ts';

/** One file that will exist, and the table that it is about, if it is about one. */
export type PlannedFile = {
  readonly template: Template;
  readonly path: ProjectPath;
  readonly table: Table | undefined;
};

/** Which files will exist, sorted by path. */
export type Plan = { readonly model: Model; readonly files: readonly PlannedFile[] };

const SUFFIX = '.mustache';

/** Files in which these stand in the path are made once for each table, or for each table that has routes. */
const PER_TABLE = /\{(table|resource)\}/;

/** Decides which files a model gets from the templates of the features that are on. */
export function planFiles(model: Model, templates: TemplateSet): Plan {
  const files = FEATURES.filter((it) => it.isOn(model)).flatMap(({ folder }) =>
    templates.filter((it) => it.path.startsWith(`${folder}/`)).flatMap((it) => expand(it, folder, model)),
  );
  return { model, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function expand(template: Template, folder: string, model: Model): readonly PlannedFile[] {
  const path = template.path.slice(folder.length + 1, -SUFFIX.length);
  const [, scope] = PER_TABLE.exec(path) ?? [];
  if (scope === undefined) return [{ template, path: projectPath(path), table: undefined }];
  const tables = scope === 'resource' ? model.tables.filter((it) => it.api !== undefined) : model.tables;
  return tables.map((table) => ({
    template,
    path: projectPath(path.replaceAll(`{${scope}}`, table.module)),
    table,
  }));
}
