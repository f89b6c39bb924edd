import { configurationProperties } from '../../src/workflow/settings.ts';

type Json = { [key: string]: Json | unknown };

/** What only the editor needs to know of a setting; everything else comes from the settings themselves. */
const EDITOR_ONLY = ['order', 'enumItemLabels', 'enumDescriptions'];

/** The extension's manifest with its settings as `settings.ts` defines them. */
export function withSettings(manifest: string): string {
  const parsed = JSON.parse(manifest) as Json;
  const contributes = parsed.contributes as Json;
  const configuration = contributes.configuration as Json;
  const old = configuration.properties as Json;
  configuration.properties = Object.fromEntries(
    Object.entries(configurationProperties()).map(([name, property], index) => {
      const kept = Object.entries((old[name] ?? { order: index + 1 }) as Json).filter(([key]) =>
        EDITOR_ONLY.includes(key),
      );
      return [name, { ...Object.fromEntries(kept), ...property }];
    }),
  );
  const capabilities = parsed.capabilities as { untrustedWorkspaces: Json };
  capabilities.untrustedWorkspaces.restrictedConfigurations = Object.keys(configuration.properties as Json);
  return `${JSON.stringify(parsed, null, 2)}\n`;
}
