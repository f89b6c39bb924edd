import { type ConfigurationScope, workspace } from 'vscode';
import type { Limits } from '../core/index.ts';
import { limitsOf, readSettings, Settings } from '../workflow/settings.ts';

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

/** How large a schema may be. */
export const currentLimits = (scope?: ConfigurationScope): Limits => limitsOf(currentSettings(scope));

const mayComeFromWorkspace = (name: string): boolean => name === 'outputFolder' || name.startsWith('limits.');

function readValue(configuration: ReturnType<typeof workspace.getConfiguration>, name: string): unknown {
  return mayComeFromWorkspace(name) ? configuration.get(name) : configuration.inspect(name)?.globalValue;
}
