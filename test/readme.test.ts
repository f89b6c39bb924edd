import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { validateText } from '../src/core/index.ts';
import { PROVIDERS } from '../src/llm/providers/index.ts';
import { run } from './support/process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter((it) => it[1] === language)
    .map((it) => it[2] ?? '');

describe('README', () => {
  it('shows a schema without problems', () => {
    expect(blocks('json').map((it) => validateText(it).diagnostics)).toEqual([[]]);
  });

  it('has only commands that work', async () => {
    const commands = blocks('sh').flatMap((it) => it.trim().split('\n'));
    const ours = commands.filter((it) => it.startsWith('node dist/cli.js'));
    // The others are run, to the letter, by test/generated/first-run.test.ts.
    expect(commands.filter((it) => !ours.includes(it))).toHaveLength(3);
    for (const command of ours) {
      const { code, stderr } = await run('bash', ['-c', command], { cwd: root });
      expect(code, `${command}: ${stderr}`).toBe(0);
      expect(stderr).not.toMatch(/error|cannot|nothing was/);
    }
  });

  it('names only commands that the palette has', () => {
    const { contributes } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    const titles = contributes.commands.map((it: { title: string }) => it.title);
    const named = [...readme.replace(/\s+/g, ' ').matchAll(/\*BackBone: ([^*]+)\*/g)].map((it) => it[1]);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named.filter((it) => it !== 'Set')) expect(titles).toContain(name);
    for (const name of ['Set API Key', 'Test API Key', 'Forget API Key']) expect(titles).toContain(name);
  });

  it('links and pictures lead somewhere', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((it) => it[1] ?? '');
    for (const target of targets.filter((it) => !it.startsWith('http')))
      expect(existsSync(`${root}/${target}`), target).toBe(true);
  });
});

test('the page on models names every provider with its host and default model, and every setting', () => {
  const page = readFileSync(`${root}/docs/models.md`, 'utf8');
  for (const { id, baseUrl, defaultModel } of Object.values(PROVIDERS)) {
    const row = page.split('\n').find((it) => it.startsWith(`| \`${id}\``));
    expect(row).toContain(baseUrl === undefined ? 'backboneAi.baseUrl' : new URL(baseUrl).host);
    expect(row).toContain(defaultModel ?? 'none');
  }
  for (const name of ['provider', 'baseUrl', 'model', 'models', 'requestTimeout'])
    expect(page).toContain(`backboneAi.${name}`);
});
