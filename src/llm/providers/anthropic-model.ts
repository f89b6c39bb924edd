import { ChatAnthropicMessages } from '@langchain/anthropic';
import type { AIMessageChunk } from '@langchain/core/messages';
import { guardedFetch } from '../guarded-fetch.ts';
import type { Piece, Speaker } from '../speaker.ts';
import { type Dialect, langChainSpeaker } from './langchain-speaker.ts';
import type { Access } from './provider.ts';

/** Speaks Anthropic's Messages API. */
export function anthropicSpeaker(access: Access): Speaker {
  const mustThink = /^claude-(fable|mythos)/.test(access.model);
  return langChainSpeaker(chatModel(access, mustThink), mustThink ? THINKING : ANSWERING);
}

/** A chat model that takes nothing from the environment; what is not wanted is given as null. */
function chatModel({ endpoint, apiKey = '', model, limits }: Access, mustThink: boolean) {
  return new ChatAnthropicMessages({
    model,
    apiKey,
    anthropicApiUrl: endpoint.baseUrl,
    streaming: true,
    streamUsage: true,
    // Retries are bounded in one place, `converse.ts`.
    maxRetries: 0,
    cache: false,
    verbose: false,
    ...(mustThink ? {} : { thinking: { type: 'disabled' } }),
    clientOptions: {
      authToken: null,
      webhookKey: null,
      logLevel: 'off',
      timeout: limits.totalSeconds * 1000,
      fetch: guardedFetch(endpoint, { 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' }),
    },
  });
}

// A model that thinks refuses to be forced to a tool, and newer ones think unless they are told not to:
// https://platform.claude.com/docs/en/build-with-claude/extended-thinking
const endOf = ({ additional_kwargs }: AIMessageChunk): Piece['end'] => {
  const reason: unknown = additional_kwargs.stop_reason;
  if (reason === 'refusal') return 'refusal';
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') return 'length';
  return typeof reason === 'string' ? 'complete' : undefined;
};

const ANSWERING: Dialect = { endOf, toolChoice: (name) => ({ type: 'tool', name }) };
const THINKING: Dialect = { endOf, toolChoice: () => ({ type: 'auto' }) };
