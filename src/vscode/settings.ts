import { type ConfigurationScope, workspace } from 'vscode';
import { readSettings, Settings } from '../workflow/settings.ts';

/**
 * The settings that concern a schema. Whatever decides where schemas and keys are sent is taken from the user's
 * own settings only: a workspace, which anyone may have written, has no say in it.
 */
export function currentSettings(scope?: ConfigurationScope): Settings {
  const configuration = workspace.getConfiguration('backboneAi', scope);
  const names = Object.keys(Settings.shape);
  const values = names.map((name) => [name, readValue(configuration, name)] as const);
  return readSettings(Object.fromEntries(values.filter(([, value]) => value !== undefined))).settings;
}

const FROM_WORKSPACES: ReadonlySet<string> = new Set(['outputFolder']);

function readValue(configuration: ReturnType<typeof workspace.getConfiguration>, name: string): unknown {
  return FROM_WORKSPACES.has(name) ? configuration.get(name) : configuration.inspect(name)?.globalValue;
}
