import type { StepTools } from './nodes/step.ts';
import type { Llm } from './ports.ts';
import { ARCHITECT_SYSTEM, ArchitectAnswer, MAX_SCHEMA_CHARACTERS } from './prompts/architect.ts';
import { toSuggestions } from './suggestions.ts';

/** Asks the model for a review of a valid schema and reports it; whatever fails becomes a log line. Counts the suggestions. */
export async function reviewSchema(text: string, llm: Llm | undefined, tools: StepTools): Promise<number> {
  const { log, emit, signal } = tools;
  if (llm === undefined) {
    log('info', 'no model is set up, so the review of the schema is skipped');
    return 0;
  }
  const schema: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const user = JSON.stringify(schema);
  if (user.length > MAX_SCHEMA_CHARACTERS) {
    log(
      'warning',
      `the review of the schema is skipped: it has ${user.length} characters and at most ${MAX_SCHEMA_CHARACTERS} are sent`,
    );
    return 0;
  }
  log('info', `asking ${llm.name} to review the schema (${user.length} characters are sent)`);
  const { result } = await llm.ask(
    {
      purpose: 'review of the schema',
      system: ARCHITECT_SYSTEM,
      user,
      shape: ArchitectAnswer,
      onNotice: (it) => log('info', it),
    },
    signal,
  );
  if (!result.ok) {
    log('warning', `${llm.explain(result.error)}; the backend is generated without suggestions`);
    return 0;
  }
  const { suggestions, dropped } = toSuggestions(result.value, schema);
  if (dropped > 0) log('info', `${dropped} of the suggestions named nothing in the schema and were left out`);
  emit({ kind: 'suggestions', suggestions });
  return suggestions.length;
}
