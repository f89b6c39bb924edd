import { z } from 'zod';
import { failure, type Result, success } from '../core/index.ts';
import type { LlmFailure, LlmQuestion } from '../workflow/ports.ts';
import type { Hearing } from './hearing.ts';

/** What an answer is worth: a value, something to be asked again, or a failure. */
export type Verdict<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'malformed'; readonly raw: string; readonly complaint: string }
  | { readonly kind: 'failure'; readonly failure: LlmFailure };

/** Judges a complete answer; only one that has the question's shape passes. */
export function judge<T>(hearing: Hearing, question: LlmQuestion<T>): Verdict<T> {
  const raw = hearing.args === '' ? jsonIn(hearing.text) : hearing.args;
  const json = parseJson(raw);
  const checked = json.ok ? question.shape.safeParse(json.value) : undefined;
  if (checked?.success === true) return { kind: 'value', value: checked.data };
  if (hearing.refused) return { kind: 'failure', failure: { kind: 'refused' } };
  if (hearing.finish === 'length') return { kind: 'failure', failure: { kind: 'truncated' } };
  if (hearing.finish === undefined) return { kind: 'failure', failure: { kind: 'broken-off' } };
  const complaint = checked === undefined ? 'it is not valid JSON' : z.prettifyError(checked.error);
  return { kind: 'malformed', raw: hearing.args || hearing.text, complaint };
}

// Some endpoints ignore the demand for a tool call and write the JSON as text, often inside a fence.
const jsonIn = (text: string): string => text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);

function parseJson(text: string): Result<unknown, 'not-json'> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('not-json');
  }
}
