import Mustache from 'mustache';

/** How a value is written as a literal of the language of the file. */
export type Escape = (value: unknown) => string;

/** What one template needs: values, lists and flags; every name that the template mentions must be there. */
export type TemplateView = { readonly [name: string]: unknown };

/**
 * Mustache without its two silent habits: an unknown name is an error instead of nothing, and names of
 * `Object.prototype` are unknown. Names of outer views stay visible inside a section.
 */
class StrictContext extends Mustache.Context {
  readonly #parent: StrictContext | undefined;

  constructor(view: TemplateView, parent?: StrictContext) {
    super(view, parent);
    this.#parent = parent;
  }

  override push(view: TemplateView): StrictContext {
    return new StrictContext(view, this);
  }

  override lookup(name: string): unknown {
    const view: unknown = this.view;
    if (name === '.') return view;
    if (typeof view === 'object' && view !== null && Object.hasOwn(view, name)) {
      return (view as TemplateView)[name];
    }
    if (this.#parent === undefined)
      throw new Error(`the template mentions "${name}", which its view does not have`);
    return this.#parent.lookup(name);
  }
}

const writer = new Mustache.Writer();

/** Renders one template; throws when it mentions a name that the view does not have, which is a bug of ours. */
export function renderTemplate(template: string, view: TemplateView, literal: Escape): string {
  return writer.render(template, new StrictContext(view), undefined, { escape: literal });
}
