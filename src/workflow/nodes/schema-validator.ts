import { type Severity, validateText } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import { reportStep } from './step.ts';

/** Checks the schema; errors end the run with all diagnostics. */
export const schemaValidator = (text: string) =>
  reportStep('schemaValidator', () => {
    const { diagnostics, model } = validateText(text);
    const having = (severity: Severity): number =>
      diagnostics.filter((it) => it.severity === severity).length;
    const counts = { errors: having('error'), warnings: having('warning') };
    const summary = countText(counts) || 'no problems';
    if (model === undefined)
      return { update: { outcome: { kind: 'invalid', diagnostics } }, summary, counts };
    return { update: { diagnostics, model }, summary, counts };
  });
