import type { Model } from '../model/model.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Everything that a template of the whole project may mention. */
export function projectView(model: Model): TemplateView {
  return { project: model.project };
}
