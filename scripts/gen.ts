import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { drawWorkflow } from '../src/workflow/drawing.ts';
import { diagnosticsPage } from './gen/diagnostics.ts';
import { formatPage } from './gen/format-page.ts';
import { propertyNames, strictSchema, suggestSchema } from './gen/json-schema.ts';
import { withSettings } from './gen/manifest.ts';
import { notYetTree } from './gen/not-yet.ts';
import { between } from './gen/region.ts';
import { structureCheck } from './gen/structure-check.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file of the repository with the text that it should have. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const architecture = await readFile('docs/architecture.md', 'utf8');
  const drawing = `\`\`\`mermaid\n${(await drawWorkflow()).trim()}\n\`\`\``;
  return new Map([
    ['schemas/backbone.schema.json', json(strictSchema())],
    ['schemas/backbone.suggest.schema.json', json(suggestSchema())],
    ['src/core/schema/generated/properties.json', json(propertyNames())],
    ['src/core/schema/generated/not-yet.json', json(notYetTree())],
    ['src/core/schema/generated/structure-check.js', await structureCheck()],
    ['docs/diagnostics.md', diagnosticsPage()],
    ['docs/format.md', formatPage()],
    ['docs/architecture.md', between(architecture, 'workflow', drawing)],
    ['package.json', withSettings(await readFile('package.json', 'utf8'))],
  ]);
}

if (import.meta.main) {
  for (const [path, text] of await generatedFiles()) {
    const old = await readFile(path, 'utf8').catch(() => undefined);
    if (old === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`wrote ${path}`);
  }
}
