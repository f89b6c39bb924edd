import { z } from 'zod';
import { failure, type Result, success } from '../core/index.ts';
import type { LlmFailure, LlmQuestion } from '../workflow/ports.ts';
import type { Hearing } from './hearing.ts';

/** What an answer is worth: a value, something to be asked again, or a failure. */
export type Verdict<T> =
  | { readonly kind: 'value'; readonly value: T }
  | Unusable
  | { readonly kind: 'failure'; readonly failure: LlmFailure };

/** An answer that another attempt may better. */
export type Unusable = {
  readonly kind: 'unusable';
  readonly raw: string;
  /** Told to the model. */
  readonly complaint: string;
  /** Told to people. */
  readonly notice: string;
  /** What it comes to when no attempt is left. */
  readonly failure: LlmFailure;
};

/** Judges an answer; only one that has the question's shape passes. */
export function judge<T>(hearing: Hearing, question: LlmQuestion<T>): Verdict<T> {
  const json = parseJson(hearing.args === '' ? jsonIn(hearing.text) : hearing.args);
  const checked = json.ok ? question.shape.safeParse(json.value) : undefined;
  if (checked?.success === true) return { kind: 'value', value: checked.data };
  if (hearing.end === 'refusal') return { kind: 'failure', failure: { kind: 'refused' } };
  if (hearing.end === undefined) return { kind: 'failure', failure: { kind: 'broken-off' } };
  const raw = hearing.args || hearing.text;
  if (hearing.end === 'length') return { ...CUT_OFF, raw };
  return { ...MALFORMED, raw, complaint: checked === undefined ? NOT_JSON : z.prettifyError(checked.error) };
}

const NOT_JSON = 'it is not valid JSON';

const MALFORMED = {
  kind: 'unusable',
  notice: 'the answer does not have the agreed form',
  failure: { kind: 'invalid-answer' },
} as const;

const CUT_OFF = {
  kind: 'unusable',
  complaint: 'it was cut off because it is too long. Keep to what matters most, in half as many words',
  notice: 'the answer was cut off at its longest allowed length',
  failure: { kind: 'truncated' },
} as const;

// Some endpoints ignore the demand for a tool call and write the JSON as text, often inside a fence.
const jsonIn = (text: string): string => text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);

function parseJson(text: string): Result<unknown, 'not-json'> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('not-json');
  }
}
