import { commands, window } from 'vscode';
import type { Diagnostic } from '../../core/index.ts';
import { findSchema, schemaName } from '../schemas.ts';
import { validateDocument } from '../validate-document.ts';

/** Checks the schema that is meant and says what came of it. */
export async function validateSchema(argument: unknown): Promise<readonly Diagnostic[] | undefined> {
  const schema = await findSchema(argument);
  if (schema === undefined) {
    window.showInformationMessage('BackBone: there is no *.backbone.json file here.');
    return undefined;
  }
  const { diagnostics, hiddenErrors } = await validateDocument(schema);
  const all = [...diagnostics, ...hiddenErrors];
  tell(schemaName(schema.uri), all);
  return all;
}

function tell(name: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter((it) => it.severity === 'error').length;
  const others = diagnostics.length - errors;
  const text = `BackBone: ${name} has ${plural(errors, 'error')} and ${plural(others, 'other remark')}.`;
  const show = 'Show Problems';
  const buttons = diagnostics.length === 0 ? [] : [show];
  const message = errors > 0 ? window.showErrorMessage : window.showInformationMessage;
  message(text, ...buttons).then((chosen) => {
    if (chosen === show) commands.executeCommand('workbench.actions.view.problems');
  });
}

const plural = (count: number, noun: string): string =>
  `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
