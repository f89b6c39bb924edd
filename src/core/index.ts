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
export { acceptFiles, type CheckedFiles, type CheckReport, type CodeProblem } from './check/check.ts';
export type { Template, TemplateSet } from './plan/template-set.ts';
export type { RenderedFile } from './render/rendered-file.ts';
export { type Diagnostic, hasErrors, type Severity } from './shared/diagnostic.ts';
export { isProjectPath, type ProjectPath, projectPath } from './shared/project-path.ts';
export { failure, type Result, success } from './shared/result.ts';
export type { Position, Range } from './shared/text.ts';
export { unreachable } from './shared/unreachable.ts';
