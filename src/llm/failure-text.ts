import { unreachable } from '../core/index.ts';
import type { LlmFailure } from '../workflow/ports.ts';

/** What was asked, in words for people. */
export type Asked = {
  /** Such as `OpenAI gpt-5.1`. */
  readonly name: string;
  /** Such as `api.openai.com`. */
  readonly host: string;
  /** Whether a person entered the address, and may have to mend it. */
  readonly urlFromSettings: boolean;
};

/** A failure in words: what happened and what to do. */
export function failureText(failure: LlmFailure, asked: Asked): string {
  const { name, host } = asked;
  switch (failure.kind) {
    case 'unauthorized':
      return `${host} refused the API key; enter it again with "BackBone: Set API Key"`;
    case 'no-credit':
      return `the account at ${host} has no credit left; add credit there or use another key`;
    case 'quota-used-up':
      return `the quota of ${host} is used up; wait until it is renewed, or ${CHOOSE}`;
    case 'not-allowed':
      return `BackBone may not use ${name}; try again and allow it, or ${CHOOSE}`;
    case 'model-gone':
      return `${name} is not offered any more; ${CHOOSE}`;
    case 'model-failed':
      return `${name} failed to answer; try again, or ${CHOOSE}`;
    case 'rate-limited':
      return `${host} is limiting requests; ${retryText(failure.retryAfterSeconds)}`;
    case 'server-error':
      return `${host} has a problem of its own (status ${failure.status}); try again later`;
    case 'rejected':
      return `${host} rejected the request (status ${failure.status}); ${rejectionText(failure.status, asked)}`;
    case 'too-long':
      return `the schema is longer than ${name} can read; use a model with a larger context`;
    case 'timeout':
      return `${name} did not answer within ${failure.seconds} seconds; try again or raise the setting "backboneAi.requestTimeout"`;
    case 'unreachable':
      return `${host} cannot be reached; check ${asked.urlFromSettings ? `the network, the proxy and ${BASE_URL}` : 'the network and the proxy'}`;
    case 'broken-off':
      return `the connection to ${host} broke off in the middle of the answer; try again`;
    case 'truncated':
      return `the answer of ${name} was cut off at its longest allowed length; try again or use another model`;
    case 'invalid-answer':
      return `${name} did not answer in the agreed form; try again or use another model`;
    case 'refused':
      return `${name} refused to answer`;
    case 'unexpected':
      return `asking ${name} failed in an unexpected way (${failure.name}); please report this`;
    case 'cancelled':
      return 'cancelled';
    default:
      return unreachable(failure);
  }
}

const BASE_URL = 'the setting "backboneAi.baseUrl"';
const MODEL = 'the setting "backboneAi.model"';
const CHOOSE = 'choose another model with "BackBone: Choose Language Model"';

const retryText = (seconds: number | undefined): string =>
  seconds === undefined ? 'try again in a minute' : `try again in ${Math.ceil(seconds)} seconds`;

function rejectionText(status: number, { urlFromSettings }: Asked): string {
  if (status === 403) return 'the key may lack the permission for this model';
  if (status === 404) return urlFromSettings ? `check ${MODEL} and ${BASE_URL}` : `check ${MODEL}`;
  if (status < 400)
    return urlFromSettings
      ? `it redirects; enter its final address in ${BASE_URL}`
      : 'it redirects; try again later';
  return `the model may not support tool calls; check ${MODEL}`;
}
