import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, LIMITS } from '../../src/core/index.ts';
import { PROVIDERS } from '../../src/llm/providers/index.ts';
import {
  configurationProperties,
  limitsOf,
  PROVIDER_IDS,
  readSettings,
} from '../../src/workflow/settings.ts';

test('nothing set means no model', () => {
  const { settings, ignored } = readSettings({});
  expect(settings).toMatchObject({ provider: 'none', baseUrl: '', model: '', outputFolder: '' });
  expect(ignored).toEqual([]);
});

test('a value that is not allowed gives way to its default, and the others stay', () => {
  const { settings, ignored } = readSettings({ provider: 'skynet', requestTimeout: 1, model: ' small ' });
  expect(settings).toMatchObject({ provider: 'none', requestTimeout: 120, model: 'small' });
  expect([...ignored].sort()).toEqual(['provider', 'requestTimeout']);
});

test('a model that is set for an unknown agent is not taken', () => {
  expect(readSettings({ models: { poet: 'x' } }).ignored).toEqual(['models']);
  expect(readSettings({ models: { architect: ' x ' } }).settings.models).toEqual({
    schemaValidator: '',
    architect: 'x',
  });
});

test('whatever decides where a key goes cannot be set by a workspace', () => {
  for (const name of ['provider', 'baseUrl', 'model', 'models', 'requestTimeout'])
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
  expect(['none', 'vscode', ...Object.keys(PROVIDERS)]).toEqual([...PROVIDER_IDS]);
  for (const [id, provider] of Object.entries(PROVIDERS)) expect(provider.id).toBe(id);
});

test('every limit of a schema is a setting, with the default of the format', () => {
  expect(limitsOf(readSettings({}).settings)).toEqual(DEFAULT_LIMITS);
  const raised = limitsOf(readSettings({ 'limits.tables': 5000, 'limits.size': 0 }).settings);
  expect(raised).toEqual({ ...DEFAULT_LIMITS, tables: 5000 });
  for (const name of Object.keys(LIMITS))
    expect(configurationProperties()).toHaveProperty([`backboneAi.limits.${name}`, 'scope'], 'resource');
});
