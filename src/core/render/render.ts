import type { Model } from '../model/model.ts';
import type { Plan, Subject } from '../plan/plan.ts';
import { associationView } from './association-view.ts';
import { escapeFor } from './literals.ts';
import { projectView } from './project-view.ts';
import { addImports } from './python/imports.ts';
import type { RenderedFile } from './rendered-file.ts';
import { renderTemplate, type TemplateView } from './strict-mustache.ts';
import { tableView } from './table-view.ts';

/** Renders every planned file; the same plan always gives the same bytes. */
export function renderFiles({ model, files }: Plan): readonly RenderedFile[] {
  const project = projectView(model);
  const views = new Map<Subject, TemplateView>();
  return files.map(({ template, path, subject }) => {
    const view =
      subject === undefined ? project : (views.get(subject) ?? subjectView(subject, model, project));
    if (subject !== undefined) views.set(subject, view);
    const text = renderTemplate(template.text, view, escapeFor(path));
    return { path, text: path.endsWith('.py') ? addImports(text, path) : text };
  });
}

function subjectView(subject: Subject, model: Model, project: TemplateView): TemplateView {
  return { ...project, ...('className' in subject ? tableView(subject, model) : associationView(subject)) };
}
