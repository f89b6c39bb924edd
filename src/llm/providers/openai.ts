import type { Provider } from './provider.ts';

const load = () => import('./openai-model.ts');

/** OpenAI itself. */
export const openAi: Provider = {
  id: 'openai',
  label: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  defaultModel: 'gpt-5.1',
  needsKey: true,
  open: async (access) => (await load()).openAiSpeaker(access),
};

/** Everything that speaks OpenAI's wire format: Ollama, vLLM, LM Studio, OpenRouter and many others. */
export const openAiCompatible: Provider = {
  id: 'openai-compatible',
  label: 'OpenAI-compatible endpoint',
  baseUrl: undefined,
  defaultModel: undefined,
  needsKey: false,
  open: async (access) => (await load()).openAiSpeaker(access),
};
