import { failure, type Result, success } from '../core/index.ts';
import type { Llm, Models } from '../workflow/ports.ts';
import { ASKING_STEPS, type Settings } from '../workflow/settings.ts';
import { connect } from './connect.ts';
import { type Endpoint, keyId, parseEndpoint } from './endpoint.ts';
import { PROVIDERS } from './providers/index.ts';
import type { Provider } from './providers/provider.ts';
import type { SetupProblem } from './setup-problem.ts';
import type { Speaker } from './speaker.ts';

/** What the settings that concern language models say. */
export type LlmSettings = Pick<Settings, 'provider' | 'baseUrl' | 'model' | 'models' | 'requestTimeout'>;

/** The place a model is reached at, and the name under which its key is kept. */
export type Place = {
  readonly provider: Provider;
  readonly endpoint: Endpoint;
  readonly keyId: string;
};

/** Where keys and models come from that the settings only name. */
export type Sources = {
  /** Reads a key by its id from wherever keys are kept. */
  readonly readKey: (keyId: string) => Promise<string | undefined>;
  /** Finds one of the editor's own models by its name; without a name, the one that the editor offers first. */
  readonly openEditorModel: (model: string) => Promise<Result<EditorModel, SetupProblem>>;
};

/** A model that the editor offers; `name` and `host` are shown to people. */
export type EditorModel = { readonly speak: Speaker; readonly name: string; readonly host: string };

/** Where the settings point to on the network; undefined when they ask for no model or the editor's. */
export async function placeOf(
  settings: Pick<LlmSettings, 'provider' | 'baseUrl'>,
): Promise<Result<Place | undefined, SetupProblem>> {
  if (settings.provider === 'none' || settings.provider === 'vscode') return success(undefined);
  const provider = PROVIDERS[settings.provider];
  const endpoint = parseEndpoint(provider.baseUrl ?? settings.baseUrl);
  if (!endpoint.ok) return failure({ kind: 'endpoint', problem: endpoint.error });
  return success({ provider, endpoint: endpoint.value, keyId: await keyId(provider.id, endpoint.value) });
}

/** The models that the settings ask for, one for each agent that asks; undefined when they ask for none. */
export async function openModels(
  settings: LlmSettings,
  sources: Sources,
): Promise<Result<Models | undefined, SetupProblem>> {
  const opened = new Map<string, Llm>();
  for (const model of modelNames(settings)) {
    const llm = await openLlm({ ...settings, model }, sources);
    if (!llm.ok || llm.value === undefined) return llm.ok ? success(undefined) : llm;
    opened.set(model, llm.value);
  }
  const models = ASKING_STEPS.map((step) => [step, opened.get(modelOf(settings, step))]);
  return success(Object.fromEntries(models));
}

const modelOf = ({ model, models }: LlmSettings, step: (typeof ASKING_STEPS)[number]): string =>
  models[step] || model;

const modelNames = (settings: LlmSettings): ReadonlySet<string> =>
  new Set(ASKING_STEPS.map((step) => modelOf(settings, step)));

async function openLlm(
  settings: LlmSettings,
  sources: Sources,
): Promise<Result<Llm | undefined, SetupProblem>> {
  const place = await placeOf(settings);
  if (!place.ok) return place;
  if (place.value !== undefined) return openRemote(settings, place.value, sources);
  return settings.provider === 'vscode' ? openInEditor(settings, sources) : success(undefined);
}

/** The model of a place on the network. */
export async function openRemote(
  settings: Pick<LlmSettings, 'model' | 'requestTimeout'>,
  place: Place,
  { readKey }: Pick<Sources, 'readKey'>,
): Promise<Result<Llm, SetupProblem>> {
  const { provider, endpoint } = place;
  const model = settings.model || provider.defaultModel;
  if (model === undefined) return failure({ kind: 'no-model' });
  const key = await usableKey(place, readKey);
  if (!key.ok) return key;
  const limits = limitsOf(settings);
  const speak = await provider.open({ endpoint, apiKey: key.value, model, limits });
  const name = `${provider.baseUrl === undefined ? endpoint.host : provider.label} ${model}`;
  const secrets = key.value === undefined ? [] : [key.value];
  const urlFromSettings = provider.baseUrl === undefined;
  return success(connect({ speak, name, host: endpoint.host, urlFromSettings, limits, secrets, retries: 2 }));
}

// The editor's models share one quota with everything else in the editor, so they are asked once only.
async function openInEditor(
  settings: LlmSettings,
  { openEditorModel }: Sources,
): Promise<Result<Llm, SetupProblem>> {
  const model = await openEditorModel(settings.model);
  if (!model.ok) return model;
  return success(
    connect({ ...model.value, urlFromSettings: false, limits: limitsOf(settings), secrets: [], retries: 0 }),
  );
}

const LONGEST_SILENCE_SECONDS = 90;

const limitsOf = ({ requestTimeout }: Pick<LlmSettings, 'requestTimeout'>) => ({
  totalSeconds: requestTimeout,
  idleSeconds: Math.min(requestTimeout, LONGEST_SILENCE_SECONDS),
});

async function usableKey(
  { provider, endpoint, keyId: id }: Place,
  readKey: Sources['readKey'],
): Promise<Result<string | undefined, SetupProblem>> {
  const key = (await readKey(id))?.trim() ?? '';
  if (key !== '') return isSendable(key) ? success(key) : failure({ kind: 'malformed-key' });
  return provider.needsKey ? failure({ kind: 'no-key', host: endpoint.host }) : success(undefined);
}

// A header cannot carry anything else, and the exception for it would quote the key.
const isSendable = (key: string): boolean => /^[\x21-\x7e]+$/.test(key);
