import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../support/extension.ts';

const read = (path: string): Promise<string> => readFile(join(REPOSITORY, path), 'utf8');

test('what loads at the start of the editor is small and holds neither engine nor workflow', async () => {
  const { size } = await stat(join(REPOSITORY, 'dist/extension.mjs'));
  expect(size).toBeLessThanOrEqual(60 * 1024);
  const inputs = await entryInputs();
  expect(inputs.filter((it) => /node_modules|src\/(core|llm|host)\//.test(it))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(10);
});

test('whatever decides where keys and schemas go cannot be set by a workspace', async () => {
  const { contributes, capabilities } = JSON.parse(await read('package.json'));
  const { properties } = contributes.configuration;
  const scopes = Object.entries(properties).map(([name, it]) => [name, Object(it).scope]);
  for (const [name, scope] of scopes)
    expect(scope, name).toBe(/^backboneAi\.(outputFolder$|limits\.)/.test(name) ? 'resource' : 'machine');
  for (const name of [
    'backboneAi.provider',
    'backboneAi.baseUrl',
    'backboneAi.model',
    'backboneAi.outputFolder',
  ])
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toContain(name);
});

test('every step of the walkthrough has a light picture, said in words, and asks only for commands that exist', async () => {
  const { contributes } = JSON.parse(await read('package.json'));
  const ours: readonly string[] = contributes.commands.map((it: { command: string }) => it.command);
  for (const { id, media, description, completionEvents } of contributes.walkthroughs[0].steps) {
    expect((await stat(join(REPOSITORY, media.image))).size, id).toBeLessThan(100 * 1024);
    expect(media.altText, id).toMatch(/\w{3}/);
    expect(completionEvents, id).not.toEqual([]);
    const asked = [...description.matchAll(/\(command:(?:toSide:)?(backboneAi\.\w+)\)/g)].map((it) => it[1]);
    expect(ours, id).toEqual(expect.arrayContaining(asked));
  }
});

/** The sources in the entry bundle and in the chunks that it loads at once. */
async function entryInputs(): Promise<string[]> {
  const { outputs } = JSON.parse(await read('dist/meta.json')).extension;
  const inputs = (output: string): string[] => {
    const { inputs: own, imports } = outputs[output];
    const atOnce = imports.filter(
      (it: { kind: string; external?: boolean }) => it.kind === 'import-statement' && !it.external,
    );
    return [...Object.keys(own), ...atOnce.flatMap((it: { path: string }) => inputs(it.path))];
  };
  return inputs('dist/extension.mjs');
}
