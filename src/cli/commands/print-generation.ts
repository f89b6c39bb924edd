import { basePath, type FileChange, unreachable } from '../../core/index.ts';
import { failureText } from '../../host/failure-text.ts';
import type { Command } from '../arguments.ts';
import { changeText, countOf, diagnosticText, type Output, printable, summaryText } from '../output.ts';
import { sarifText } from '../sarif.ts';
import type { Run } from './run.ts';

type Generate = Extract<Command, { kind: 'generate' }>;

/** Prints the result in the format that was asked for; why nothing was written goes to the error stream in any. */
export function printGeneration(run: Run, command: Generate, output: Output): void {
  const problem = problemText(run, command);
  if (command.format === 'json') output.out.write(jsonText(run, problem));
  else if (command.format === 'sarif') output.out.write(sarifOf(run, command));
  else printText(run, command, output);
  if (problem !== undefined) output.err.write(`${printable(problem)}\n`);
}

/** One object, whatever happened: `{"changes", "diagnostics", "error", "durationMs"}`; `error` is null when all is well. */
function jsonText(run: Run, problem: string | undefined): string {
  const changes = run.changes.map(({ path, kind }) => ({ path, kind }));
  const { diagnostics, durationMs } = run;
  return `${JSON.stringify({ changes, diagnostics, error: problem ?? null, durationMs })}\n`;
}

function sarifOf({ outcome, diagnostics }: Run, { file }: Generate): string {
  return sarifText([
    outcome.kind === 'not-started' ? { file, diagnostics, error: outcome.sentence } : { file, diagnostics },
  ]);
}

function printText(run: Run, command: Generate, { out, err }: Output): void {
  const telling = new Set(command.quiet ? ['error'] : ['error', 'warning']);
  for (const it of run.diagnostics.filter(({ severity }) => telling.has(severity)))
    err.write(diagnosticText(command.file, it, err.paint));
  for (const change of run.changes.filter((it) => isShown(it, run, command)))
    out.write(changeText(change, out.paint));
  if (command.quiet || problemText(run, command) !== undefined) return;
  for (const note of [...run.notes, ...deletedNotes(run)]) out.write(`note: ${printable(note)}\n`);
  out.write(resultText(run, command));
}

// The files of a new project would only be a long list.
function isShown(change: FileChange, run: Run, command: Generate): boolean {
  if (run.changes.some((it) => it.kind === 'conflict')) return change.kind === 'conflict';
  if (command.quiet || problemText(run, command) !== undefined) return false;
  if (change.kind === 'keep') return change.reason !== 'same';
  return command.dryRun || !isNew(run);
}

const isNew = ({ changes }: Run): boolean => changes.every((it) => it.kind === 'create');

/** How a file that the user deleted comes back. */
function deletedNotes({ changes }: Run): readonly string[] {
  const deleted = changes.find((it) => it.kind === 'keep' && it.reason === 'deleted-by-user');
  return deleted === undefined
    ? []
    : [
        `a file you deleted stays deleted; to have it again, delete its copy as well: ${basePath(deleted.path)}`,
      ];
}

/** One sentence on why nothing was written, undefined when all went well. */
function problemText({ outcome, changes, diagnostics }: Run, command: Generate): string | undefined {
  const conflicts = changes.filter((it) => it.kind === 'conflict').length;
  if (conflicts > 0) {
    return `nothing was written: ${countOf(conflicts, 'file')} of yours would be overwritten; move or undo them, or generate into another folder`;
  }
  switch (outcome.kind) {
    case 'invalid':
      return `${command.file}: ${summaryText(diagnostics)}; nothing was generated`;
    case 'unsound':
      return `the generated code has ${countOf(outcome.problems.length, 'problem')}, which is a fault of BackBone; nothing was written\n${outcome.problems
        .slice(0, 10)
        .map((it) => `  ${it.path}:${it.line}:${it.column}: ${it.code} ${it.message}`)
        .join('\n')}`;
    case 'failed':
      return failureText(outcome.failure);
    case 'not-started':
      return outcome.sentence;
    case 'cancelled':
      return 'cancelled; nothing was written';
    case 'review':
    case 'nothing-to-do':
    case 'applied':
    case 'declined':
      return undefined;
    default:
      return unreachable(outcome);
  }
}

function resultText(run: Run, command: Generate): string {
  const { outcome, changes, durationMs } = run;
  const changed = changes.filter((it) => it.kind !== 'keep').length;
  const seconds = (durationMs / 1000).toFixed(1);
  if (changed === 0) {
    return `${command.out} is up to date (${countOf(changes.length, 'file')}, ${seconds} s)\n${nextSteps(command.out)}`;
  }
  if (outcome.kind !== 'applied')
    return `${countOf(changed, 'file')} would change in ${command.out} (${seconds} s)\n`;
  const what = `${countOf(changed, 'file')} ${isNew(run) ? 'written' : 'changed'}`;
  return `${what} in ${command.out} (${seconds} s)\n${isNew(run) ? nextSteps(command.out) : ''}`;
}

/** The two commands that run a backend. */
const nextSteps = (folder: string): string =>
  [
    '\nTo run it:',
    `  cd ${quoted(folder)} && python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e '.[dev]'`,
    '  .venv/bin/python -m app.cli dev',
    '',
  ].join('\n');

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
