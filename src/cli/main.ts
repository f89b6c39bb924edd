#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };
import { type Command, HELP, readArguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import type { Output } from './output.ts';

const output: Output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort(new DOMException('interrupted', 'AbortError')));

const command = readArguments(process.argv.slice(2));
if (command.ok) process.exitCode = await run(command.value);
else {
  output.err(`backbone: ${command.error}; see backbone --help\n`);
  process.exitCode = EXIT.failed;
}

/** Runs one command; a bug becomes one sentence and its own exit code, never a stack trace. */
async function run(it: Command): Promise<number> {
  try {
    return await dispatch(it);
  } catch (error) {
    output.err(`backbone: this is a fault of BackBone, please report it: ${String(error)}\n`);
    return EXIT.failed;
  }
}

async function dispatch(it: Command): Promise<number> {
  switch (it.kind) {
    case 'help':
      output.out(HELP);
      return EXIT.fine;
    case 'version':
      output.out(`${manifest.version}\n`);
      return EXIT.fine;
    case 'schema':
      return (await import('./commands/schema.ts')).printSchema(output);
    case 'validate':
      return (await import('./commands/validate.ts')).validate(it, output);
    case 'generate':
      return (await import('./commands/generate.ts')).generate(it, output, interrupted.signal);
  }
}
