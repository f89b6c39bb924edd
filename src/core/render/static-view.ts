import type { Model } from '../model/model.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the files that are the same for every schema mention. */
export function staticView(model: Model): TemplateView {
  return { project: model.project };
}
