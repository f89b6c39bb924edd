import type { Command } from '../arguments.ts';
import { COMPLETION_SCRIPTS } from '../completion/script.ts';
import { EXIT } from '../exit-codes.ts';
import type { Output } from '../output.ts';

type Completion = Extract<Command, { kind: 'completion' }>;

/** Prints the completion script for a shell. */
export function printCompletion({ shell }: Completion, { out }: Output): number {
  out.write(COMPLETION_SCRIPTS[shell]());
  return EXIT.fine;
}
