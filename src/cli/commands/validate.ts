import { type Diagnostic, hasErrors, validateText } from '../../core/index.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticText, type Output, summaryText } from '../output.ts';
import { readSchema } from '../read-schema.ts';

type Validate = Extract<Command, { kind: 'validate' }>;
type Checked = { readonly file: string; readonly diagnostics: readonly Diagnostic[] };

/** Checks every file, prints what was found, and gives the exit code: the worst of all files. */
export async function validate({ files, format }: Validate, { out, err }: Output): Promise<number> {
  const checked: Checked[] = [];
  let unread = 0;
  for (const file of files) {
    const text = await readSchema(file);
    if (text.ok) checked.push({ file, diagnostics: validateText(text.value).diagnostics });
    else {
      unread += 1;
      err(`${text.error}\n`);
    }
  }
  if (format === 'json') out(`${JSON.stringify({ files: checked })}\n`);
  else for (const it of checked) printText(it, out);
  if (unread > 0) return EXIT.failed;
  return checked.some((it) => hasErrors(it.diagnostics)) ? EXIT.invalid : EXIT.fine;
}

function printText({ file, diagnostics }: Checked, out: Output['out']): void {
  for (const it of diagnostics) {
    if (it.severity !== 'hint') out(diagnosticText(file, it));
  }
  out(`${file}: ${summaryText(diagnostics)}\n`);
}
