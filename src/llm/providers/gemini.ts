import type { Provider } from './provider.ts';

/** Google Gemini through its Developer API. */
export const gemini: Provider = {
  id: 'gemini',
  label: 'Google Gemini',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  defaultModel: 'gemini-flash-latest',
  needsKey: true,
  open: async (access) => (await import('./gemini-model.ts')).geminiSpeaker(access),
};
