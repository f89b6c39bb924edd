import type { RemoteProviderId } from '../../workflow/settings.ts';
import { anthropic } from './anthropic.ts';
import { gemini } from './gemini.ts';
import { openAi, openAiCompatible } from './openai.ts';
import type { Provider } from './provider.ts';

/** Every provider that is reached over the network; the editor's own models come from the editor. */
export const PROVIDERS: Readonly<Record<RemoteProviderId, Provider>> = {
  openai: openAi,
  anthropic,
  gemini,
  'openai-compatible': openAiCompatible,
};
