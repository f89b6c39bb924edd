export { BOOKKEEPING, basePath, JOURNAL, LOCK, MANIFEST, parseManifest } from './change/bookkeeping.ts';
export type {
  ChangeSet,
  ConflictReason,
  FileChange,
  FileChangeKind,
  FileWrite,
  KeepReason,
  ProjectState,
  WritePlan,
} from './change/change-set.ts';
export { diffProject } from './change/diff-project.ts';
export { acceptedByDefault, planWrites } from './change/plan-writes.ts';
export { acceptFiles, type CheckedFiles, type CheckReport, type CodeProblem } from './check/check.ts';
export { parseDocument, tooLarge } from './document/document.ts';
export { bytesText, DEFAULT_LIMITS, LIMITS, type LimitName, type Limits } from './document/limits.ts';
export type { Model, Table } from './model/model.ts';
export { type Plan, type PlannedFile, planFiles } from './plan/plan.ts';
export type { Template, TemplateSet } from './plan/template-set.ts';
export { renderFiles } from './render/render.ts';
export { projectPaths, type RenderedFile } from './render/rendered-file.ts';
export { DIAGNOSTIC_CODES } from './rules/codes.ts';
export { firstSchema } from './schema/first-schema.ts';
export { type Diagnostic, hasErrors, type Severity } from './shared/diagnostic.ts';
export { didYouMean } from './shared/nearest.ts';
export { isProjectPath, type ProjectPath, projectPath } from './shared/project-path.ts';
export { failure, type Result, success } from './shared/result.ts';
export type { Position, Range } from './shared/text.ts';
export { unreachable } from './shared/unreachable.ts';
export { type Validation, validateText } from './validate.ts';
