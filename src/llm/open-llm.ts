import { failure, type Result, success, unreachable } from '../core/index.ts';
import type { Llm } from '../workflow/ports.ts';
import type { Settings } from '../workflow/settings.ts';
import { connect } from './connect.ts';
import { type Endpoint, type EndpointProblem, keyId, parseEndpoint } from './endpoint.ts';
import { PROVIDERS } from './providers/index.ts';
import type { Provider } from './providers/provider.ts';

/** What the settings that concern the model say. */
export type LlmSettings = Pick<Settings, 'provider' | 'baseUrl' | 'model' | 'requestTimeout'>;

/** The place a model is reached at, and the name under which its key is kept. */
export type Place = {
  readonly provider: Provider;
  readonly endpoint: Endpoint;
  readonly keyId: string;
};

/** Why no model can be used although one is set up. */
export type SetupProblem =
  | { readonly kind: 'endpoint'; readonly problem: EndpointProblem }
  | { readonly kind: 'no-model' }
  | { readonly kind: 'no-key'; readonly host: string }
  | { readonly kind: 'malformed-key' };

/** Reads a key by its id from wherever keys are kept. */
export type ReadKey = (keyId: string) => Promise<string | undefined>;

/** Where the settings point to; undefined when they ask for no model. Shells need it to store and forget keys. */
export async function placeOf(settings: LlmSettings): Promise<Result<Place | undefined, SetupProblem>> {
  if (settings.provider === 'none') return success(undefined);
  const provider = PROVIDERS[settings.provider];
  const endpoint = parseEndpoint(provider.baseUrl ?? settings.baseUrl);
  if (!endpoint.ok) return failure({ kind: 'endpoint', problem: endpoint.error });
  return success({ provider, endpoint: endpoint.value, keyId: await keyId(provider.id, endpoint.value) });
}

/** The model that the settings ask for, if they ask for one and it can be used. */
export async function openLlm(
  settings: LlmSettings,
  readKey: ReadKey,
): Promise<Result<Llm | undefined, SetupProblem>> {
  const place = await placeOf(settings);
  if (!place.ok || place.value === undefined) return place.ok ? success(undefined) : place;
  const { provider, endpoint } = place.value;
  const model = settings.model || provider.defaultModel;
  if (model === undefined) return failure({ kind: 'no-model' });
  const key = await usableKey(place.value, readKey);
  if (!key.ok) return key;
  const apiKey = key.value;
  const totalSeconds = settings.requestTimeout;
  const limits = { totalSeconds, idleSeconds: Math.min(totalSeconds, LONGEST_SILENCE_SECONDS) };
  return success(connect(await provider.open({ endpoint, apiKey, model, limits })));
}

const LONGEST_SILENCE_SECONDS = 90;

async function usableKey(
  { provider, endpoint, keyId: id }: Place,
  readKey: ReadKey,
): Promise<Result<string | undefined, SetupProblem>> {
  const key = (await readKey(id))?.trim() ?? '';
  if (key !== '') return isSendable(key) ? success(key) : failure({ kind: 'malformed-key' });
  return provider.needsKey ? failure({ kind: 'no-key', host: endpoint.host }) : success(undefined);
}

// A header cannot carry anything else, and the exception for it would quote the key.
const isSendable = (key: string): boolean => /^[\x21-\x7e]+$/.test(key);

/** A setup problem in words: what is missing and where to enter it. */
export function setupProblemText(problem: SetupProblem): string {
  switch (problem.kind) {
    case 'endpoint':
      return `the setting "backboneAi.baseUrl" ${ENDPOINT_TEXTS[problem.problem]}`;
    case 'no-model':
      return 'the setting "backboneAi.model" is empty; enter the name of a model that the endpoint offers';
    case 'no-key':
      return `there is no API key for ${problem.host}; enter one with "BackBone: Set API Key"`;
    case 'malformed-key':
      return 'the stored API key contains characters that no key has; enter it again with "BackBone: Set API Key"';
    default:
      return unreachable(problem);
  }
}

const ENDPOINT_TEXTS = {
  missing: 'is empty; enter the base URL of the endpoint',
  'not-a-url': 'is not a URL; enter one such as "https://llm.example.com/v1"',
  'not-https': 'must start with https, except for an endpoint on this machine',
  'more-than-a-path': 'must not contain a user name, a query or a fragment',
} as const satisfies Record<EndpointProblem, string>;
