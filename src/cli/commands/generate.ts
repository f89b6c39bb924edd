import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { acceptedByDefault, type ChangeSet } from '../../core/index.ts';
import { projectFolder } from '../../host/project-folder.ts';
import { ruffChecker } from '../../host/ruff.ts';
import { templateFolder } from '../../host/template-folder.ts';
import { keepWasmBaseline } from '../../host/v8-flags.ts';
import { createGeneration, type Generation } from '../../workflow/generate.ts';
import type { Outcome } from '../../workflow/outcome.ts';
import type { Ports } from '../../workflow/ports.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import { readSchema } from '../read-schema.ts';
import { memoryStore } from './memory-store.ts';
import { printJson, printText } from './print-generation.ts';
import type { Run } from './run.ts';

// A bundle of its own, made by the build; see esbuild.mjs.
const RUFF = './ruff.cjs';

type Generate = Extract<Command, { kind: 'generate' }>;

/** Generates a backend into a folder, or with `--dry-run` says what that would change; gives the exit code. */
export async function generate(command: Generate, output: Output, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  const text = await readSchema(command.file);
  if (!text.ok) {
    output.err(`${text.error}\n`);
    return EXIT.failed;
  }
  const generation = createGeneration({ text: text.value }, await nodePorts(command.out), () => {});
  const first = await generation.start(signal);
  const outcome = await decide(first, { generation, command, signal });
  const run: Run = { outcome, ...shown(first), durationMs: Math.round(performance.now() - started) };
  if (command.format === 'json') printJson(run, command, output);
  else printText(run, command, output);
  return exitCode(run);
}

async function nodePorts(out: string): Promise<Ports> {
  const require = createRequire(import.meta.url);
  return {
    templates: await templateFolder(fileURLToPath(new URL('../templates', import.meta.url))),
    checker: ruffChecker(async () => {
      keepWasmBaseline();
      return require(RUFF);
    }),
    project: projectFolder(out),
    changeSets: memoryStore(),
  };
}

type Context = { readonly generation: Generation; readonly command: Generate; readonly signal: AbortSignal };

/** Accepts everything, unless only a look was asked for or files of the user are in the way. */
async function decide(outcome: Outcome, { generation, command, signal }: Context): Promise<Outcome> {
  if (outcome.kind !== 'review' || command.dryRun || hasConflict(outcome.changeSet)) return outcome;
  return generation.decide({ kind: 'accept', accepted: [...acceptedByDefault(outcome.changeSet)] }, signal);
}

const hasConflict = (changeSet: ChangeSet): boolean => changeSet.changes.some((it) => it.kind === 'conflict');

function shown(outcome: Outcome): Pick<Run, 'changes' | 'diagnostics' | 'notes'> {
  const { changes = [], notes = [] } = 'changeSet' in outcome ? outcome.changeSet : {};
  return { changes, notes, diagnostics: 'diagnostics' in outcome ? outcome.diagnostics : [] };
}

const EXIT_OF = {
  invalid: EXIT.invalid,
  unsound: EXIT.failed,
  review: EXIT.fine,
  'nothing-to-do': EXIT.fine,
  applied: EXIT.fine,
  declined: EXIT.fine,
  cancelled: EXIT.interrupted,
  failed: EXIT.failed,
} as const satisfies Record<Outcome['kind'], number>;

function exitCode({ outcome, changes }: Run): number {
  if (changes.some((it) => it.kind === 'conflict')) return EXIT.conflict;
  if (outcome.kind === 'failed' && outcome.failure.kind === 'changed') return EXIT.conflict;
  return EXIT_OF[outcome.kind];
}
