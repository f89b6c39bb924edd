import type { ProjectPath } from '../shared/project-path.ts';

/** One file of the generated project; its text uses `\n` and ends with it. */
export type RenderedFile = { readonly path: ProjectPath; readonly text: string };

/** The paths of some files, in their order. */
export const projectPaths = (files: readonly RenderedFile[]): readonly ProjectPath[] =>
  files.map((it) => it.path);
