import { z } from 'zod';
import type { LlmFailure } from '../workflow/ports.ts';
import { SpeakerError } from './speaker.ts';

/** What an exception of a provider's library means; nothing of its text is kept, since it may echo a key. */
export function failureOfError(error: unknown, heardAnything: boolean): LlmFailure {
  if (error instanceof SpeakerError) return error.failure;
  const { status, type, name } = Shape.parse(error);
  if (name === 'ContextOverflowError') return { kind: 'too-long' };
  const known = status ?? STATUS_OF_TYPE.get(type);
  if (known !== undefined) return failureOfStatus(known, error);
  if (codesOf(error).includes('insufficient_quota')) return { kind: 'no-credit' };
  if (name === 'SyntaxError') return { kind: 'invalid-answer' };
  return heardAnything ? { kind: 'broken-off' } : failureOfSilence(error, name);
}

function failureOfSilence(error: unknown, name: string): LlmFailure {
  if (name === 'TimeoutError' || isNetworkError(error)) return { kind: 'unreachable' };
  return { kind: 'unexpected', name: /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error' };
}

function failureOfStatus(status: number, error: unknown): LlmFailure {
  const codes = codesOf(error);
  if (status === 401 || codes.includes('invalid_api_key')) return { kind: 'unauthorized' };
  if (status === 402 || codes.includes('insufficient_quota') || saysNoCredit(error))
    return { kind: 'no-credit' };
  if (status === 413 || codes.includes('context_length_exceeded')) return { kind: 'too-long' };
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: retryAfterSeconds(error) };
  if (status >= 500 || status === 408 || status === 409) return { kind: 'server-error', status };
  return { kind: 'rejected', status };
}

// An answer that has begun keeps its status of 200; what goes wrong later is told by the type of an event, as
// https://platform.claude.com/docs/en/api/errors lists them; the others are OpenAI's.
const STATUS_OF_TYPE: ReadonlyMap<string, number> = new Map([
  ['overloaded_error', 529],
  ['api_error', 500],
  ['server_error', 500],
  ['timeout_error', 504],
  ['rate_limit_error', 429],
]);

const Shape = z
  .object({
    name: z.string().catch(''),
    type: z.string().catch(''),
    status: z.number().optional().catch(undefined),
    code: z.string().optional().catch(undefined),
    message: z.string().catch(''),
    headers: z.instanceof(Headers).optional().catch(undefined),
    cause: z.unknown().optional(),
  })
  .catch({
    name: '',
    type: '',
    message: '',
    status: undefined,
    code: undefined,
    headers: undefined,
    cause: undefined,
  });

// Anthropic has no code for it, only a sentence.
const saysNoCredit = (error: unknown): boolean =>
  /credit balance is too low/i.test(Shape.parse(error).message);

/** The codes of an error and of its causes, outermost first. */
function codesOf(error: unknown): readonly string[] {
  const { code, cause } = Shape.parse(error);
  return [...(code === undefined ? [] : [code]), ...(cause === undefined ? [] : codesOf(cause))];
}

const NETWORK_CODE = /^(E[A-Z_]+|UND_ERR_\w+|\w*(CERT|SSL|TLS)\w*|DEPTH_ZERO\w*|UNABLE_TO\w*)$/;

function isNetworkError(error: unknown): boolean {
  const { message, cause } = Shape.parse(error);
  if (codesOf(error).some((it) => NETWORK_CODE.test(it))) return true;
  if (/^(fetch failed|terminated|connection error\.?)$/i.test(message)) return true;
  return cause !== undefined && isNetworkError(cause);
}

function retryAfterSeconds(error: unknown): number | undefined {
  const header = Shape.parse(error).headers?.get('retry-after')?.trim();
  if (header === undefined || header === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, (until - Date.now()) / 1000);
}
