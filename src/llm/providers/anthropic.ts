import type { Provider } from './provider.ts';

/** Anthropic. */
export const anthropic: Provider = {
  id: 'anthropic',
  label: 'Anthropic',
  baseUrl: 'https://api.anthropic.com',
  defaultModel: 'claude-sonnet-5',
  needsKey: true,
  open: async (access) => (await import('./anthropic-model.ts')).anthropicSpeaker(access),
};
