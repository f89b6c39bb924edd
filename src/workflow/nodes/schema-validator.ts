import { type Severity, validateText } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import type { GenerationRequest, Ports } from '../ports.ts';
import { explainErrors } from '../schema-explanation.ts';
import { reportStep } from './step.ts';

/**
 * Checks the schema; errors end the run with all diagnostics, those included that the file switches off. With a model
 * the errors are explained as well.
 */
export const schemaValidator = ({ text, limits }: GenerationRequest, { models }: Ports) =>
  reportStep('schemaValidator', async (_state, tools) => {
    const { diagnostics: shown, hiddenErrors, model } = validateText(text, limits);
    const diagnostics = [...shown, ...hiddenErrors];
    const having = (severity: Severity): number =>
      diagnostics.filter((it) => it.severity === severity).length;
    const tables = model?.tables.length ?? 0;
    const counts = { tables, errors: having('error'), warnings: having('warning') };
    const summary = countText(counts) || 'no problems';
    if (model !== undefined) return { update: { diagnostics, model }, summary, counts };
    if (models !== undefined)
      await explainErrors(text, diagnostics, { ...tools, llm: models.schemaValidator });
    return { update: { outcome: { kind: 'invalid', diagnostics } }, summary, counts };
  });
