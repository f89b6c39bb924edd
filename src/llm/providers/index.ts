import type { ProviderId } from '../../workflow/settings.ts';
import { openAi, openAiCompatible } from './openai.ts';
import type { Provider } from './provider.ts';

/** Every provider that can be chosen in the settings. */
export const PROVIDERS: Readonly<Record<ProviderId, Provider>> = {
  openai: openAi,
  'openai-compatible': openAiCompatible,
};
