import type { AIMessageChunk } from '@langchain/core/messages';
import { ChatOpenAICompletions } from '@langchain/openai';
import { z } from 'zod';
import { guardedFetch } from '../guarded-fetch.ts';
import type { Access } from './provider.ts';

/**
 * A chat model that takes nothing from the environment: whatever is not given here the library would look up in
 * variables, so even what is not wanted is given as null.
 */
export function chatModel({ endpoint, apiKey, model, limits }: Access): ChatOpenAICompletions {
  return new ChatOpenAICompletions({
    model,
    apiKey: apiKey ?? NO_KEY,
    streaming: true,
    streamUsage: true,
    // Retries are bounded in one place, `converse.ts`.
    maxRetries: 0,
    timeout: limits.totalSeconds * 1000,
    cache: false,
    verbose: false,
    // Refusals are only in there.
    __includeRawResponse: true,
    configuration: {
      baseURL: endpoint.baseUrl,
      organization: null,
      project: null,
      adminAPIKey: null,
      webhookSecret: null,
      logLevel: 'off',
      maxRetries: 0,
      fetch: guardedFetch(endpoint, apiKey),
    },
  });
}

// The library insists on a key; `guardedFetch` never sends this one.
const NO_KEY = 'none';

/** Whether a chunk says that the model refuses. */
export const isRefusal = (chunk: AIMessageChunk): boolean =>
  WithRefusal.safeParse(chunk.additional_kwargs.__raw_response).success;

const WithRefusal = z.object({
  choices: z.tuple([z.object({ delta: z.object({ refusal: z.string().min(1) }) })]).rest(z.unknown()),
});
