import type { RenderedFile } from '../render/rendered-file.ts';
import type { ProjectPath } from '../shared/project-path.ts';

/** A fault that the Python checker found in a generated file; `line` and `column` count from one. */
export type CodeProblem = {
  readonly path: ProjectPath;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
};

/** What a checker answers: the same files, formatted, and what it objects to. */
export type CheckReport = {
  readonly files: readonly RenderedFile[];
  readonly problems: readonly CodeProblem[];
};

declare const brand: unique symbol;

/** Files that no checker objected to; only `acceptFiles` makes them. */
export type CheckedFiles = readonly RenderedFile[] & { readonly [brand]: 'CheckedFiles' };

/** The files of a report, or undefined when it names a problem. */
export function acceptFiles(report: CheckReport): CheckedFiles | undefined {
  return report.problems.length === 0 ? (report.files as CheckedFiles) : undefined;
}
