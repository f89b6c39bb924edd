import { window } from 'vscode';
import { openModels, type Place, placeOf, type Sources } from '../../llm/open-llm.ts';
import { PROVIDERS } from '../../llm/providers/index.ts';
import { setupProblemText } from '../../llm/setup-problem.ts';
import { type KeyTest, testModels } from '../../llm/test-key.ts';
import { askBaseUrl, askEditorModel, askModel, askProvider, askRemoteProvider, keep } from '../models/ask.ts';
import { openEditorModel } from '../models/editor-models.ts';
import { currentSettings } from '../settings.ts';
import type { Keyring } from './keyring.ts';

/** Where the editor finds what the settings only name. */
export const sourcesOf = (keyring: Keyring): Sources => ({ readKey: keyring.read, openEditorModel });

/** Where the settings point to, after asking for what they do not say yet; undefined means never mind. */
export async function setUpPlace(): Promise<Place | undefined> {
  const { provider } = currentSettings();
  if (provider === 'vscode') {
    window.showInformationMessage("BackBone: VS Code's own models need no API key.");
    return undefined;
  }
  if (provider === 'none' && !(await keep('provider', await askRemoteProvider()))) return undefined;
  if (!(await completeSettings())) return undefined;
  const place = await placeOf(currentSettings());
  if (!place.ok) window.showErrorMessage(`BackBone: ${setupProblemText(place.error)}.`);
  return place.ok ? place.value : undefined;
}

async function completeSettings(): Promise<boolean> {
  const { provider, baseUrl, model } = currentSettings();
  if (provider === 'none' || provider === 'vscode') return false;
  const { baseUrl: onlyUrl, defaultModel } = PROVIDERS[provider];
  const needsUrl = baseUrl === '' && onlyUrl === undefined;
  if (needsUrl && !(await keep('baseUrl', await askBaseUrl('')))) return false;
  const needsModel = model === '' && defaultModel === undefined;
  return !needsModel || keep('model', await askModel(defaultModel));
}

/** What came of choosing a model: its name if there is one, and whether its key is still missing. */
export type Choice = { readonly name: string | undefined; readonly lacksKey: boolean };

/** Asks who reviews schemas and keeps the answers; undefined means never mind. */
export async function chooseModel(keyring: Keyring): Promise<Choice | undefined> {
  const provider = await askProvider();
  if (provider === undefined) return undefined;
  const model = await askModelOf(provider);
  if (model === undefined) return undefined;
  await keep('provider', provider);
  await keep('model', model);
  // Models of single agents were those of the provider before.
  await keep('models', { schemaValidator: '', architect: '' });
  if (provider === 'none') return { name: undefined, lacksKey: false };
  const place = await placeOf(currentSettings());
  if (!place.ok || place.value === undefined) return { name: model || 'VS Code', lacksKey: false };
  const { label, defaultModel, needsKey } = place.value.provider;
  const lacksKey = needsKey && (await keyring.read(place.value.keyId)) === undefined;
  return { name: `${label} ${model || defaultModel}`, lacksKey };
}

async function askModelOf(provider: Parameters<typeof keep<'provider'>>[1]): Promise<string | undefined> {
  if (provider === undefined || provider === 'none') return '';
  if (provider === 'vscode') return askEditorModel();
  const { baseUrl, defaultModel } = PROVIDERS[provider];
  const needsUrl = baseUrl === undefined;
  if (needsUrl && !(await keep('baseUrl', await askBaseUrl(currentSettings().baseUrl)))) return undefined;
  return askModel(defaultModel);
}

/** Asks every model that the settings name one small question: it proves key, address, model and tool calls. */
export async function tryModel(keyring: Keyring, signal: AbortSignal): Promise<KeyTest> {
  const models = await openModels(currentSettings(), sourcesOf(keyring));
  if (!models.ok) return { ok: false, message: setupProblemText(models.error) };
  if (models.value !== undefined) return testModels(models.value, signal);
  return {
    ok: false,
    message: 'no language model is set up; choose one with "BackBone: Choose Language Model"',
  };
}

/** The host that a stored key is for; an endpoint that the settings do not name any more is only known to be one. */
export async function hostOfKey(keyId: string): Promise<string> {
  const { baseUrl } = currentSettings();
  const providers = Object.values(PROVIDERS).map(({ id }) => id);
  const places = await Promise.all(providers.map((provider) => placeOf({ provider, baseUrl })));
  const place = places.find((it) => it.ok && it.value?.keyId === keyId);
  return place?.ok === true && place.value !== undefined ? place.value.endpoint.host : 'another endpoint';
}
