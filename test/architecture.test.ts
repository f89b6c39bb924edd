import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatedFiles } from '../scripts/gen.ts';
import { run } from './support/process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((it) => it !== '');

type Cruise = { summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] } };

async function cruise(...paths: readonly string[]): Promise<Cruise['summary']> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout } = await run(`${root}/node_modules/.bin/depcruise`, args, { cwd: root });
  return (JSON.parse(stdout) as Cruise).summary;
}

describe('the dependency rule', () => {
  const probe = (layer: string): string => `src/${layer}/zz-probe.ts`;
  const forbidden: Readonly<Record<string, string>> = {
    'core/rules': "import type { Plan } from '../plan/plan.ts';\nexport type P = Plan;\n",
    'core/model': "export const late = () => import('node:fs');\n",
    workflow: "import type { Disk } from '../host/disk.ts';\nexport type D = Disk;\n",
    'workflow/nodes':
      "import { pairRelationships } from '../../core/schema/pairing.ts';\nexport const p = pairRelationships;\n",
    llm: "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n",
    host: "import type { Uri } from 'vscode';\nexport type U = Uri;\n",
    cli: "import { ChatOpenAI } from '@langchain/openai';\nexport const c = ChatOpenAI;\n",
    webview: "import { validateText } from '../core/index.ts';\nexport const v = validateText;\n",
  };

  beforeAll(() => {
    for (const [layer, text] of Object.entries(forbidden)) writeFileSync(`${root}/${probe(layer)}`, text);
  });
  afterAll(() => {
    for (const layer of Object.keys(forbidden)) rmSync(`${root}/${probe(layer)}`, { force: true });
  });

  it('refuses every forbidden import, also of types and at run time, and nothing else', async () => {
    const { violations, totalCruised } = await cruise('src');
    expect(totalCruised).toBeGreaterThan(200);
    const refused = new Set(violations.map((it) => it.from));
    expect([...refused].sort()).toEqual(Object.keys(forbidden).map(probe).sort());
  });
});

describe('one definition per fact', () => {
  it('every generated file is as "npm run gen" writes it', async () => {
    for (const [path, text] of await generatedFiles()) expect(read(path), path).toBe(text);
  });
});

describe('what the customer fixed', () => {
  const named = [
    '@types/vscode',
    '@vscode/test-electron',
    'esbuild',
    'zod',
    '@langchain/langgraph',
    '@langchain/openai',
    'ajv',
    'mustache',
  ];
  const manifest = JSON.parse(read('package.json'));
  const sources = tracked
    .filter((it) => /^(src|scripts|test)\/.*\.(ts|mjs)$|^esbuild\.mjs$/.test(it))
    .map(read);

  for (const name of named) {
    it(`${name} is declared and used`, () => {
      expect({ ...manifest.dependencies, ...manifest.devDependencies }).toHaveProperty([name]);
      const imported = name === '@types/vscode' ? 'vscode' : name;
      const wanted = new RegExp(`(from|import\\()\\s*'${imported}(/[^']*)?'`);
      expect(sources.some((it) => wanted.test(it))).toBe(true);
    });
  }

  it('the top level is there', () => {
    const top = new Set(tracked.map((it) => it.split('/')[0]));
    const fixed = 'package.json tsconfig.json src templates schemas media test .vscodeignore README.md'.split(
      ' ',
    );
    for (const it of fixed) expect(top).toContain(it);
  });
});

describe('house style', () => {
  it('no source file is longer than 250 lines', () => {
    const long = tracked
      .filter((it) => /^(src|scripts|test)\/.*\.ts$/.test(it) && !it.includes('/generated/'))
      .filter((it) => read(it).split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('nothing machine-bound or unfinished is in the repository', () => {
    const words = [
      'TO' + 'DO',
      'FIX' + 'ME',
      '/wo' + 'rk/',
      '/ro' + 'ot/',
      'registry.' + 'npmjs',
      'pypi' + '.org',
    ];
    const found = tracked
      .filter((it) => /\.(ts|mjs|cjs|json|md|mustache|css|yaml)$/.test(it) && it !== 'package-lock.json')
      .flatMap((path) => words.filter((word) => read(path).includes(word)).map((word) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  it('no proposed API is used', () => {
    const manifest = JSON.parse(read('package.json'));
    expect(manifest.enabledApiProposals).toBeUndefined();
    const publicMenus = [
      'commandPalette',
      'editor/title',
      'view/title',
      'view/item/context',
      'explorer/context',
      'editor/context',
      'file/newFile',
    ];
    expect(publicMenus).toEqual(expect.arrayContaining(Object.keys(manifest.contributes.menus)));
  });
});
