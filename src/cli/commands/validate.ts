import { hasErrors, validateText } from '../../core/index.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticText, type Output, printable, summaryText } from '../output.ts';
import { readSchema } from '../read-schema.ts';
import { type CheckedFile, sarifText } from '../sarif.ts';

type Validate = Extract<Command, { kind: 'validate' }>;

/** Checks every file, prints what was found, and gives the exit code: the worst of all files. */
export async function validate(command: Validate, output: Output, signal: AbortSignal): Promise<number> {
  const checked: CheckedFile[] = [];
  for (const file of command.files) {
    const one = await checkFile(file, command, signal);
    if (one === undefined) {
      output.err.write('cancelled\n');
      return EXIT.interrupted;
    }
    checked.push(one);
    if ('error' in one) output.err.write(`${printable(one.error)}\n`);
  }
  print(checked, command, output);
  if (checked.some((it) => 'error' in it)) return EXIT.failed;
  return checked.some((it) => hasErrors(it.diagnostics)) ? EXIT.invalid : EXIT.fine;
}

/** What was found in a file; undefined on Ctrl-C. */
async function checkFile(
  file: string,
  { limits }: Validate,
  signal: AbortSignal,
): Promise<CheckedFile | undefined> {
  const text = await readSchema(file, limits, signal);
  if (text.ok) return { file, diagnostics: validateText(text.value, limits).diagnostics };
  if (text.error.kind === 'cancelled') return undefined;
  if (text.error.kind === 'too-large') return { file, diagnostics: [text.error.diagnostic] };
  return { file, diagnostics: [], error: text.error.sentence };
}

function print(checked: readonly CheckedFile[], { format, quiet }: Validate, { out }: Output): void {
  if (format === 'json') out.write(`${JSON.stringify({ files: checked })}\n`);
  else if (format === 'sarif') out.write(sarifText(checked));
  else for (const it of checked) printText(it, quiet, out);
}

function printText({ file, diagnostics, ...rest }: CheckedFile, quiet: boolean, out: Output['out']): void {
  for (const it of diagnostics) {
    if (it.severity === 'error' || (!quiet && it.severity !== 'hint'))
      out.write(diagnosticText(file, it, out.paint));
  }
  if (!quiet && !('error' in rest)) out.write(`${printable(file)}: ${summaryText(diagnostics)}\n`);
}
