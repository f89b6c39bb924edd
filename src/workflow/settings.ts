import { z } from 'zod';
import { LIMITS, type LimitName, type Limits } from '../core/index.ts';

/** Where a language model may come from; `none` is the default, and everything works without one. */
export const PROVIDER_IDS = ['none', 'vscode', 'openai', 'anthropic', 'gemini', 'openai-compatible'] as const;

/** A provider that is reached over the network, with a key for it; `vscode` stands for the editor's own models. */
export type RemoteProviderId = Exclude<(typeof PROVIDER_IDS)[number], 'none' | 'vscode'>;

/** The agents that may ask a model. */
export const ASKING_STEPS = ['schemaValidator', 'architect'] as const;

/** One of the agents that may ask a model. */
export type AskingStep = (typeof ASKING_STEPS)[number];

const modelOf = (agent: string) =>
  z
    .string()
    .trim()
    .default('')
    .meta({ description: `Name of the model that the ${agent} asks.` });

const limit = (name: LimitName) =>
  z
    .number()
    .int()
    .min(1)
    .max(LIMITS[name].most)
    .default(LIMITS[name].default)
    .meta({
      description: `${LIMITS[name].description} Beyond it there is one diagnostic and nothing else is checked.`,
      scope: 'resource',
    });

/** The one shape of all settings, without the prefix that the editor gives them; its defaults are the product's. */
export const Settings = z.object({
  provider: z.enum(PROVIDER_IDS).default('none').meta({
    description:
      'Which language model reviews schemas and explains their errors. With `none` nothing is sent anywhere.',
    scope: 'machine',
  }),
  baseUrl: z.string().trim().default('').meta({
    description:
      'Base URL of an OpenAI-compatible endpoint, such as `http://localhost:11434/v1`. Must use https unless it is on this machine. An API key is only ever sent to the endpoint it was entered for.',
    scope: 'machine',
  }),
  model: z.string().trim().default('').meta({
    description: "Name of the model. Empty means the provider's default.",
    scope: 'machine',
  }),
  models: z
    .strictObject({ schemaValidator: modelOf('Schema Validator'), architect: modelOf('Architect') })
    .prefault({})
    .meta({
      description:
        'Models of single agents, by name, all of the same provider. An agent without one asks the model in `#backboneAi.model#`.',
      scope: 'machine',
    }),
  requestTimeout: z.number().int().min(5).max(600).default(120).meta({
    description: 'Seconds after which an unanswered question to the model is given up.',
    scope: 'machine',
  }),
  outputFolder: z.string().trim().default('').meta({
    description:
      'Folder that the backend is generated into, relative to the schema file. Empty means a folder named after the project beside the schema file.',
    scope: 'resource',
  }),
  'limits.size': limit('size'),
  'limits.tables': limit('tables'),
  'limits.columns': limit('columns'),
  'limits.relationships': limit('relationships'),
});

/** All settings, checked. */
export type Settings = z.infer<typeof Settings>;

/** Reads settings from outside; a value that is not allowed gives way to its default and is named. */
export function readSettings(values: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly ignored: readonly string[];
} {
  const checked = Settings.safeParse(values);
  if (checked.success) return { settings: checked.data, ignored: [] };
  const ignored = [...new Set(checked.error.issues.map((it) => String(it.path[0])))];
  const allowed = Object.entries(values).filter(([name]) => !ignored.includes(name));
  return { settings: Settings.parse(Object.fromEntries(allowed)), ignored };
}

/** The limits of schemas as they are set. */
export const limitsOf = (settings: Settings): Limits => ({
  size: settings['limits.size'],
  tables: settings['limits.tables'],
  columns: settings['limits.columns'],
  relationships: settings['limits.relationships'],
});

/** The editor's `contributes.configuration.properties` for these settings. */
export function configurationProperties(): Record<string, Record<string, unknown>> {
  const { properties = {} } = z.toJSONSchema(Settings, { io: 'input' });
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { description, ...rest } = Object(property);
      return [`backboneAi.${name}`, { ...rest, markdownDescription: description }];
    }),
  );
}
