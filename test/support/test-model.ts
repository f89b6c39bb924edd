import { parseEndpoint } from '../../src/llm/endpoint.ts';
import { openRemote } from '../../src/llm/open-llm.ts';
import { PROVIDERS } from '../../src/llm/providers/index.ts';
import type { Llm } from '../../src/workflow/ports.ts';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { ANTHROPIC } from './wire/anthropic.ts';
import { GEMINI } from './wire/gemini.ts';
import { OPENAI } from './wire/openai.ts';
import type { Wire } from './wire/wire.ts';

/** A key that must never be seen anywhere. */
export const CANARY = 'sk-canary-0123456789abcdef';

/** The wire format of each provider, as the test servers speak it. */
export const WIRES: Readonly<Record<RemoteProviderId, Wire>> = {
  openai: OPENAI,
  'openai-compatible': OPENAI,
  anthropic: ANTHROPIC,
  gemini: GEMINI,
};

/** Which model is asked; by default one of an OpenAI-compatible endpoint. */
export type ModelOptions = {
  readonly provider?: RemoteProviderId;
  readonly model?: string;
  readonly requestTimeout?: number;
};

/** The model behind a server, with the canary as its key. */
export async function llmAt(
  { url }: { readonly url: string },
  { provider = 'openai-compatible', model = 'test-model', requestTimeout = 30 }: ModelOptions = {},
): Promise<Llm> {
  const endpoint = parseEndpoint(url);
  if (!endpoint.ok) throw new Error(endpoint.error);
  const place = { provider: PROVIDERS[provider], endpoint: endpoint.value, keyId: 'test' };
  const opened = await openRemote({ model, requestTimeout }, place, { readKey: async () => CANARY });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}
