import { DEFAULT_LIMITS, type Diagnostic, parseDocument } from '../core/index.ts';
import type { StepTools } from './nodes/step.ts';
import { plainText } from './plain-text.ts';
import type { Llm } from './ports.ts';
import { MAX_SCHEMA_CHARACTERS } from './prompts/limits.ts';
import { EXPLAINER_SYSTEM, ExplainerAnswer } from './prompts/schema-validator.ts';

const MOST_ERRORS = 30;
const LONGEST_EXPLANATION = 2000;

/** Asks the model what a schema's errors come to and logs the answer; whatever fails becomes a log line as well. */
export async function explainErrors(
  text: string,
  diagnostics: readonly Diagnostic[],
  { llm, log, signal }: Pick<StepTools, 'log' | 'signal'> & { readonly llm: Llm },
): Promise<void> {
  const errors = diagnostics.filter((it) => it.severity === 'error').slice(0, MOST_ERRORS);
  const schema = parseDocument(text, DEFAULT_LIMITS).value;
  const user = JSON.stringify({ errors: errors.map(({ code, message }) => ({ code, message })), schema });
  if (user.length > MAX_SCHEMA_CHARACTERS) {
    const limit = `they and the schema have ${user.length} characters and at most ${MAX_SCHEMA_CHARACTERS} are sent`;
    log('warning', `the errors are not explained: ${limit}`);
    return;
  }
  log('info', `asking ${llm.name} to explain the errors (${user.length} characters are sent)`);
  const question = { purpose: 'explanation of the errors', system: EXPLAINER_SYSTEM, shape: ExplainerAnswer };
  const onNotice = (it: string): void => log('info', it);
  const { result } = await llm.ask({ ...question, user, onNotice }, signal);
  signal.throwIfAborted();
  if (result.ok) log('info', plainText(result.value.explanation, LONGEST_EXPLANATION));
  else log('warning', `${llm.explain(result.error)}; the errors are not explained`);
}
