import type { Connection } from '../connect.ts';
import type { Access, Provider } from './provider.ts';

/** OpenAI itself. */
export const openAi: Provider = {
  id: 'openai',
  label: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  defaultModel: 'gpt-5.1',
  needsKey: true,
  open: (access) => open(access, 'OpenAI'),
};

/** Everything that speaks OpenAI's wire format: Ollama, vLLM, LM Studio, OpenRouter and many others. */
export const openAiCompatible: Provider = {
  id: 'openai-compatible',
  label: 'OpenAI-compatible endpoint',
  baseUrl: undefined,
  defaultModel: undefined,
  needsKey: false,
  open: (access) => open(access, access.endpoint.host),
};

async function open(access: Access, label: string): Promise<Connection> {
  const { chatModel, isRefusal } = await import('./openai-model.ts');
  const secrets = access.apiKey === undefined ? [] : [access.apiKey];
  const { endpoint, limits, model } = access;
  return {
    model: chatModel(access),
    name: `${label} ${model}`,
    host: endpoint.host,
    limits,
    secrets,
    isRefusal,
  };
}
