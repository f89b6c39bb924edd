import { ConfigurationTarget, window, workspace } from 'vscode';
import { parseEndpoint } from '../../llm/endpoint.ts';
import { openLlm, type Place, placeOf, setupProblemText } from '../../llm/open-llm.ts';
import { PROVIDERS } from '../../llm/providers/index.ts';
import { type KeyTest, testKey } from '../../llm/test-key.ts';
import type { Settings } from '../../workflow/settings.ts';
import { currentSettings } from '../settings.ts';
import type { Keyring } from './keyring.ts';

/** Where the settings point to, after asking for what they do not say yet; undefined means never mind. */
export async function setUpPlace(): Promise<Place | undefined> {
  if (currentSettings().provider === 'none' && !(await keep('provider', await askProvider())))
    return undefined;
  const { provider, baseUrl, model } = currentSettings();
  if (provider === 'none') return undefined;
  const { baseUrl: onlyUrl, defaultModel } = PROVIDERS[provider];
  const needsUrl = baseUrl === '' && onlyUrl === undefined;
  if (needsUrl && !(await keep('baseUrl', await askBaseUrl()))) return undefined;
  const needsModel = model === '' && defaultModel === undefined;
  if (needsModel && !(await keep('model', await askModel()))) return undefined;
  return configuredPlace();
}

/** Where the settings point to; says why when they lead nowhere. */
export async function configuredPlace(): Promise<Place | undefined> {
  const place = await placeOf(currentSettings());
  if (!place.ok) window.showErrorMessage(`BackBone: ${setupProblemText(place.error)}`);
  return place.ok ? place.value : undefined;
}

/** Asks the model whether it can be reached with the stored key. */
export async function tryModel(keyring: Keyring, signal: AbortSignal): Promise<KeyTest> {
  const llm = await openLlm(currentSettings(), keyring.read);
  if (!llm.ok) return { ok: false, message: setupProblemText(llm.error) };
  if (llm.value !== undefined) return testKey(llm.value, signal);
  return {
    ok: false,
    message: 'no language model is set up; choose one in the setting "backboneAi.provider"',
  };
}

/** Keeps an answer as a setting of the user; false when there was none. */
async function keep(name: keyof Settings, answer: string | undefined): Promise<boolean> {
  if (answer === undefined) return false;
  await workspace.getConfiguration('backboneAi').update(name, answer, ConfigurationTarget.Global);
  return true;
}

async function askProvider(): Promise<string | undefined> {
  const items = Object.values(PROVIDERS).map(({ id, label }) => ({ label, id }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Language model that reviews schemas' });
  return chosen?.id;
}

async function askBaseUrl(): Promise<string | undefined> {
  return window.showInputBox({
    prompt: 'Address of the OpenAI-compatible endpoint',
    placeHolder: 'http://localhost:11434/v1',
    ignoreFocusOut: true,
    validateInput: (text) => {
      const endpoint = parseEndpoint(text);
      return endpoint.ok ? undefined : setupProblemText({ kind: 'endpoint', problem: endpoint.error });
    },
  });
}

async function askModel(): Promise<string | undefined> {
  return window.showInputBox({
    prompt: 'Name of the model at that endpoint',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'a model is needed' : undefined),
  });
}
