/** One file under `templates/`: its path there, with `/`, and its text. */
export type Template = { readonly path: string; readonly text: string };

/** Everything under `templates/`, in any order. */
export type TemplateSet = readonly Template[];
