import type { AIMessageChunk } from '@langchain/core/messages';
import { ChatOpenAICompletions } from '@langchain/openai';
import { z } from 'zod';
import { guardedFetch } from '../guarded-fetch.ts';
import type { Piece, Speaker } from '../speaker.ts';
import { langChainSpeaker } from './langchain-speaker.ts';
import type { Access } from './provider.ts';

/** Speaks OpenAI's chat completions. */
export const openAiSpeaker = (access: Access): Speaker =>
  langChainSpeaker(chatModel(access), { toolChoice: (tool) => tool, endOf });

/**
 * A chat model that takes nothing from the environment: whatever is not given here the library would look up in
 * variables, so even what is not wanted is given as null.
 */
function chatModel({ endpoint, apiKey, model, limits }: Access): ChatOpenAICompletions {
  const credentials = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
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
      fetch: guardedFetch(endpoint, credentials),
    },
  });
}

// The library insists on a key; `guardedFetch` never sends this one.
const NO_KEY = 'none';

function endOf({ response_metadata, additional_kwargs }: AIMessageChunk): Piece['end'] {
  const reason: unknown = response_metadata.finish_reason;
  if (WithRefusal.safeParse(additional_kwargs.__raw_response).success) return 'refusal';
  if (reason === 'content_filter' || reason === 'refusal') return 'refusal';
  if (reason === 'length') return 'length';
  return typeof reason === 'string' ? 'complete' : undefined;
}

const WithRefusal = z.object({
  choices: z.tuple([z.object({ delta: z.object({ refusal: z.string().min(1) }) })]).rest(z.unknown()),
});
