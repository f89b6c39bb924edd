import type { Association, Model, Table } from '../model/model.ts';
import { type ProjectPath, projectPath } from '../shared/project-path.ts';
import { FEATURES, hasEtag } from './features.ts';
import type { Template, TemplateSet } from './template-set.ts';

/** What a file may be about: a declared table, or an association table. */
export type Subject = Table | Association;

/** One file that will exist, and what it is about; undefined for the whole project. */
export type PlannedFile = {
  readonly template: Template;
  readonly path: ProjectPath;
  readonly subject: Subject | undefined;
};

/** Which files will exist, sorted by path. */
export type Plan = { readonly model: Model; readonly files: readonly PlannedFile[] };

const SUFFIX = '.mustache';

/** Files in which one of these stands in the path are made once for each of its subjects. */
const SUBJECTS: Readonly<Record<string, (model: Model) => readonly Subject[]>> = {
  '{table}': (model) => model.tables,
  '{resource}': (model) => model.tables.filter((it) => it.api !== undefined),
  '{versioned}': (model) => model.tables.filter(hasEtag),
  '{association}': (model) => model.associations,
};

/** Decides which files a model gets from the templates of the features that are on. */
export function planFiles(model: Model, templates: TemplateSet): Plan {
  const files = FEATURES.filter((it) => it.isOn(model)).flatMap(({ folder }) =>
    templates.filter((it) => it.path.startsWith(`${folder}/`)).flatMap((it) => expand(it, folder, model)),
  );
  return { model, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function expand(template: Template, folder: string, model: Model): readonly PlannedFile[] {
  const path = template.path.slice(folder.length + 1, -SUFFIX.length);
  const scope = Object.keys(SUBJECTS).find((it) => path.includes(it));
  if (scope === undefined) return [{ template, path: projectPath(path), subject: undefined }];
  return (SUBJECTS[scope]?.(model) ?? []).map((subject) => ({
    template,
    path: projectPath(path.replaceAll(scope, subject.module)),
    subject,
  }));
}
