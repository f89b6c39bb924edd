import { DEFAULT_LIMITS, parseDocument } from '../core/index.ts';
import type { StepTools } from './nodes/step.ts';
import type { Llm } from './ports.ts';
import { ARCHITECT_SYSTEM, ArchitectAnswer } from './prompts/architect.ts';
import { MAX_SCHEMA_CHARACTERS } from './prompts/limits.ts';
import { toSuggestions } from './suggestions.ts';

/** Asks the model for a review of a valid schema and reports it; whatever fails becomes a log line. Counts the suggestions. */
export async function reviewSchema(text: string, llm: Llm | undefined, tools: StepTools): Promise<number> {
  const { log } = tools;
  if (llm === undefined) {
    log('info', 'no model is set up, so the review of the schema is skipped');
    return 0;
  }
  // A schema file may have comments and trailing commas; reading it leaves them behind.
  const schema = parseDocument(text, DEFAULT_LIMITS).value;
  const { length } = JSON.stringify(schema);
  if (length <= MAX_SCHEMA_CHARACTERS) return askForReview(schema, llm, tools);
  const limit = `it has ${length} characters and at most ${MAX_SCHEMA_CHARACTERS} are sent`;
  log('warning', `the review of the schema is skipped: ${limit}`);
  return 0;
}

async function askForReview(schema: unknown, llm: Llm, { log, emit, signal }: StepTools): Promise<number> {
  const user = JSON.stringify(schema);
  const onNotice = (it: string): void => log('info', it);
  const question = { purpose: 'review of the schema', system: ARCHITECT_SYSTEM, shape: ArchitectAnswer };
  log('info', `asking ${llm.name} to review the schema (${user.length} characters are sent)`);
  const { result } = await llm.ask({ ...question, user, onNotice }, signal);
  signal.throwIfAborted();
  if (!result.ok) {
    log('warning', `${llm.explain(result.error)}; the backend is generated without suggestions`);
    return 0;
  }
  const { suggestions, dropped } = toSuggestions(result.value, schema);
  if (dropped > 0) log('info', `${dropped} of the suggestions named nothing in the schema and were left out`);
  emit({ kind: 'suggestions', suggestions });
  return suggestions.length;
}
