import { expect, test } from 'vitest';
import { failureOfError } from '../../src/llm/failure-of-error.ts';
import { redact } from '../../src/llm/redact.ts';
import { secondsBeforeRetry } from '../../src/llm/retry.ts';

const status = (code: number, more: object = {}): Error =>
  Object.assign(new Error('secret text'), { status: code, ...more });

test.each<[string, unknown, object]>([
  ['402', status(402), { kind: 'no-credit' }],
  ['403', status(403), { kind: 'rejected', status: 403 }],
  ['408', status(408), { kind: 'server-error', status: 408 }],
  ['503', status(503), { kind: 'server-error', status: 503 }],
  ['429 without a time', status(429), { kind: 'rate-limited', retryAfterSeconds: undefined }],
  [
    '429 with nonsense',
    status(429, { headers: new Headers({ 'retry-after': 'soon' }) }),
    { kind: 'rate-limited', retryAfterSeconds: undefined },
  ],
  [
    '429 with a date that is over',
    status(429, { headers: new Headers({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }) }),
    { kind: 'rate-limited', retryAfterSeconds: 0 },
  ],
  [
    'a certificate',
    new TypeError('fetch failed', {
      cause: Object.assign(new Error(), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    }),
    { kind: 'unreachable' },
  ],
  ['a bug', new RangeError('x'), { kind: 'unexpected', name: 'RangeError' }],
  [
    'a bug with a telling name',
    Object.assign(new Error('x'), { name: 'sk-123' }),
    { kind: 'unexpected', name: 'Error' },
  ],
  ['no error at all', 'text', { kind: 'unexpected', name: 'Error' }],
  ['nothing', undefined, { kind: 'unexpected', name: 'Error' }],
])('%s', (_name, error, failure) => {
  expect(failureOfError(error, false)).toEqual(failure);
});

test('waits grow, are bounded, and are not made where they would not help', () => {
  expect(secondsBeforeRetry({ kind: 'unreachable' }, 0)).toBe(0.5);
  expect(secondsBeforeRetry({ kind: 'unreachable' }, 1)).toBe(1);
  expect(secondsBeforeRetry({ kind: 'rate-limited', retryAfterSeconds: undefined }, 1)).toBe(2);
  expect(secondsBeforeRetry({ kind: 'rate-limited', retryAfterSeconds: 20 }, 0)).toBe(20);
  expect(secondsBeforeRetry({ kind: 'rate-limited', retryAfterSeconds: 21 }, 0)).toBeUndefined();
  expect(secondsBeforeRetry({ kind: 'unauthorized' }, 0)).toBeUndefined();
  expect(secondsBeforeRetry({ kind: 'truncated' }, 0)).toBeUndefined();
});

test('secrets and what looks like one are removed, ordinary words stay', () => {
  expect(redact('the key my-own-secret and sk-proj-abcdefgh1234', ['my-own-secret'])).toBe(
    'the key [removed] and [removed]',
  );
  expect(redact('Authorization: Bearer abcdefgh12345=', [])).toBe('Authorization: [removed]');
  expect(redact('task-list-of-things, risk-assessment', ['task'])).toBe(
    'task-list-of-things, risk-assessment',
  );
});
