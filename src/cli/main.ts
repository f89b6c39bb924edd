#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };
import { type Command, readArguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { helpText } from './help.ts';
import type { Output } from './output.ts';
import { openStreams, surviveLostReaders } from './streams.ts';

surviveLostReaders();
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort(new DOMException('interrupted', 'AbortError')));

const command = readArguments(process.argv.slice(2));
if (command.ok) process.exitCode = await run(command.value, openStreams(command.value.color));
else {
  process.stderr.write(`backbone: ${command.error}; see backbone --help\n`);
  process.exitCode = EXIT.failed;
}
// A read that waits for another process, such as of a pipe, would keep this one; to shells, both ends are 130.
if (process.exitCode === EXIT.interrupted) setTimeout(() => process.kill(process.pid, 'SIGINT'), 100).unref();

/** Runs one command; a bug becomes one sentence and its own exit code, never a stack trace. */
async function run(it: Command, output: Output): Promise<number> {
  try {
    return await dispatch(it, output);
  } catch (error) {
    output.err.write(`backbone: this is a fault of BackBone, please report it: ${String(error)}\n`);
    return EXIT.failed;
  }
}

async function dispatch(it: Command, output: Output): Promise<number> {
  switch (it.kind) {
    case 'help':
      output.out.write(helpText(it.command));
      return EXIT.fine;
    case 'version':
      output.out.write(`${manifest.version}\n`);
      return EXIT.fine;
    case 'schema':
      return (await import('./commands/schema.ts')).printSchema(output);
    case 'completion':
      return (await import('./commands/completion.ts')).printCompletion(it, output);
    case 'validate':
      return (await import('./commands/validate.ts')).validate(it, output, interrupted.signal);
    case 'generate':
      return (await import('./commands/generate.ts')).generate(it, output, interrupted.signal);
  }
}
