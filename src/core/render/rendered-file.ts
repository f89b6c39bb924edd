import type { ProjectPath } from '../shared/project-path.ts';

/** One file of the generated project; its text uses `\n` and ends with it. */
export type RenderedFile = { readonly path: ProjectPath; readonly text: string };
