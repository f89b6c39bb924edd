import { expect, test } from 'vitest';
import { PROVIDERS } from '../../src/llm/providers/index.ts';
import { configurationProperties, PROVIDER_IDS, readSettings } from '../../src/workflow/settings.ts';

test('nothing set means no model', () => {
  expect(readSettings({})).toEqual({
    settings: { provider: 'none', baseUrl: '', model: '', requestTimeout: 120, outputFolder: '' },
    ignored: [],
  });
});

test('a value that is not allowed gives way to its default, and the others stay', () => {
  const { settings, ignored } = readSettings({ provider: 'skynet', requestTimeout: 1, model: ' small ' });
  expect(settings).toMatchObject({ provider: 'none', requestTimeout: 120, model: 'small' });
  expect([...ignored].sort()).toEqual(['provider', 'requestTimeout']);
});

test('whatever decides where a key goes cannot be set by a workspace', () => {
  for (const name of ['provider', 'baseUrl', 'model', 'requestTimeout'])
    expect(configurationProperties()[`backboneAi.${name}`]).toMatchObject({ scope: 'machine' });
});

test('every setting has a default and a description', () => {
  for (const property of Object.values(configurationProperties()))
    expect(property).toMatchObject({
      default: expect.anything(),
      markdownDescription: expect.stringMatching(/\.$/),
    });
});

test('every provider in the settings exists, under its own name', () => {
  expect(['none', ...Object.keys(PROVIDERS)]).toEqual([...PROVIDER_IDS]);
  for (const [id, provider] of Object.entries(PROVIDERS)) expect(provider.id).toBe(id);
});
