import { ConfigurationTarget, type QuickPickItem, window, workspace } from 'vscode';
import { parseEndpoint } from '../../llm/endpoint.ts';
import { PROVIDERS } from '../../llm/providers/index.ts';
import { setupProblemText } from '../../llm/setup-problem.ts';
import type { RemoteProviderId, Settings } from '../../workflow/settings.ts';
import { editorModelName, editorModels } from './editor-models.ts';

/** Keeps an answer as a setting of the user; false when there was none. */
export async function keep<K extends keyof Settings>(
  name: K,
  answer: Settings[K] | undefined,
): Promise<boolean> {
  if (answer === undefined) return false;
  await workspace.getConfiguration('backboneAi').update(name, answer, ConfigurationTarget.Global);
  return true;
}

type ProviderItem<T> = QuickPickItem & { readonly id: T };

const REMOTE: readonly ProviderItem<RemoteProviderId>[] = Object.values(PROVIDERS).map(
  ({ id, label, baseUrl, needsKey }) => ({
    id,
    label,
    description: needsKey
      ? `with an API key for ${new URL(baseUrl ?? '').host}`
      : 'such as Ollama, vLLM or OpenRouter',
  }),
);

const WITHOUT_KEY: readonly ProviderItem<'vscode' | 'none'>[] = [
  {
    id: 'vscode',
    label: 'VS Code',
    description: 'the models that VS Code offers, such as those of GitHub Copilot',
  },
  { id: 'none', label: 'None', description: 'nothing is sent anywhere' },
];

/** Asks for a provider that is reached over the network. */
export async function askRemoteProvider(): Promise<RemoteProviderId | undefined> {
  const placeHolder = 'Language model that reviews schemas';
  return (await window.showQuickPick(REMOTE, { placeHolder, ignoreFocusOut: true }))?.id;
}

/** Asks for any provider, none included. */
export async function askProvider(): Promise<Settings['provider'] | undefined> {
  const items: readonly ProviderItem<Settings['provider']>[] = [
    ...WITHOUT_KEY.slice(0, 1),
    ...REMOTE,
    ...WITHOUT_KEY.slice(1),
  ];
  const title = 'Choose Language Model';
  return (
    await window.showQuickPick(items, {
      title,
      placeHolder: 'Who reviews your schemas?',
      ignoreFocusOut: true,
    })
  )?.id;
}

/** Asks which of the editor's own models to use; says so when there is none. */
export async function askEditorModel(): Promise<string | undefined> {
  const models = await editorModels();
  if (models.length === 0) {
    window.showErrorMessage(`BackBone: ${setupProblemText({ kind: 'no-editor-model' })}.`);
    return undefined;
  }
  const items = models.map((it) => ({ label: it.name, description: editorModelName(it) }));
  return (await window.showQuickPick(items, { title: 'Choose Language Model', ignoreFocusOut: true }))
    ?.description;
}

/** Asks for the address of an endpoint. */
export async function askBaseUrl(value: string): Promise<string | undefined> {
  return window.showInputBox({
    prompt: 'Address of the OpenAI-compatible endpoint',
    placeHolder: 'http://localhost:11434/v1',
    value,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const endpoint = parseEndpoint(text);
      return endpoint.ok ? undefined : setupProblemText({ kind: 'endpoint', problem: endpoint.error });
    },
  });
}

/** Asks for the name of a model; it may stay empty where there is a default. */
export async function askModel(defaultModel: string | undefined): Promise<string | undefined> {
  return window.showInputBox({
    prompt: defaultModel === undefined ? 'Name of the model at that endpoint' : 'Name of the model',
    placeHolder: defaultModel === undefined ? 'qwen3:8b' : `${defaultModel} when left empty`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' && defaultModel === undefined ? 'a model is needed' : undefined,
  });
}
