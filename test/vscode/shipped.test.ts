import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE, REPOSITORY } from '../support/extension.ts';
import { mustRun } from '../support/process.ts';
import { temporaryFolder } from '../support/tree.ts';
import { type PackedFile, readZip } from '../support/zip.ts';

const MIB = 1024 * 1024;
const ADDRESS = 'https://github.com/example/backbone-ai';

const EXPECTED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(LICENSE\.txt|changelog\.md|readme\.md|package\.json)$/,
  /^extension\/dist\/(extension\.mjs|ruff-process\.cjs|ruff_wasm_bg\.wasm|THIRD-PARTY\.txt)$/,
  /^extension\/dist\/chunks\/[\w-]+\.mjs$/,
  /^extension\/dist\/webview\/(progress\.js|style\.css)$/,
  /^extension\/docs\/diagnostics\.md$/,
  /^extension\/media\/(icon\.png|(activity-bar|schema-dark|schema-light)\.svg)$/,
  /^extension\/media\/(backbone\.tmLanguage|language-configuration)\.json$/,
  /^extension\/media\/(screenshots|walkthrough)\/[\w-]+\.(png|webp)$/,
  /^extension\/schemas\/backbone(\.suggest)?\.schema\.json$/,
  /^extension\/templates\//,
];

test('the package holds what it needs, nothing else, and at most 6 MB', async () => {
  const files = await readZip(PACKAGE);
  const { size } = await stat(PACKAGE);
  console.log([...files.filter(isNoTemplate).map(line), templatesLine(files), total(files, size)].join('\n'));
  expect(files.map((it) => it.path).filter((it) => !EXPECTED.some((rule) => rule.test(it)))).toEqual([]);
  for (const rule of EXPECTED)
    expect(
      files.filter((it) => rule.test(it.path)),
      String(rule),
    ).not.toEqual([]);
  const templates = await readdir(join(REPOSITORY, 'templates'), { recursive: true, withFileTypes: true });
  expect(files.filter((it) => !isNoTemplate(it))).toHaveLength(templates.filter((it) => it.isFile()).length);
  expect(size).toBeLessThanOrEqual(6 * MIB);
});

test('every package whose code is shipped has its licence in the notices', async () => {
  const notices = await readFile(join(REPOSITORY, 'dist/THIRD-PARTY.txt'), 'utf8');
  const sections = new Map(
    notices.split(`${'='.repeat(80)}\n`).map((it) => [it.split(' ')[0] ?? '', it] as const),
  );
  const metafiles = JSON.parse(await readFile(join(REPOSITORY, 'dist/meta.json'), 'utf8'));
  const inputs = Object.values(metafiles).flatMap((it) => Object.keys(Object(it).inputs));
  const packages = new Set(inputs.filter((it) => it.includes('node_modules/')).map(packageOf));
  expect(packages).toContain('@astral-sh/ruff-wasm-nodejs');
  for (const name of packages)
    expect(sections.get(name), name).toMatch(
      /Copyright[\s\S]+(Permission is hereby granted|Apache License|Redistribution and use)/i,
    );
});

test('nothing is left to warn of once the manifest names a repository, and the README finds its pictures there', async () => {
  const folder = await temporaryFolder();
  for (const it of [...(await topLevel()), 'scripts/package.ts'])
    await cp(join(REPOSITORY, it), join(folder, it), { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  manifest.repository = { type: 'git', url: `${ADDRESS}.git` };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const vsix = join(folder, 'public.vsix');
  const env = { PATH: `${join(REPOSITORY, 'node_modules/.bin')}:${process.env.PATH}` };
  const printed = await mustRun('bash', ['-c', `node scripts/package.ts --out ${vsix} 2>&1`], {
    cwd: folder,
    env,
  });
  expect(printed).toContain('DONE');
  expect(printed).not.toMatch(/WARNING|ERROR|repository/);
  const readme = (await readZip(vsix)).find((it) => it.path === 'extension/readme.md')?.text() ?? '';
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((it) => it[1]);
  expect(pictures.length).toBeGreaterThan(1);
  for (const it of pictures)
    expect(it).toMatch(/^https:\/\/github\.com\/example\/backbone-ai\/raw\/HEAD\/media\//);
});

const isNoTemplate = ({ path }: PackedFile): boolean => !path.startsWith('extension/templates/');

const line = ({ path, size }: PackedFile): string => `${String(size).padStart(9)} ${path}`;

function templatesLine(files: readonly PackedFile[]): string {
  const templates = files.filter((it) => !isNoTemplate(it));
  const size = templates.reduce((sum, it) => sum + it.size, 0);
  return line({ path: `extension/templates/ (${templates.length} files)`, size, text: () => '' });
}

const total = (files: readonly PackedFile[], size: number): string =>
  `${files.length} files in the VSIX of ${size} bytes (${(size / MIB).toFixed(2)} MiB)`;

/** What a bundled module belongs to; a package may lie below another one. */
function packageOf(input: string): string {
  const [first = '', second = ''] = (input.split('node_modules/').at(-1) ?? '').split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

const topLevel = async (): Promise<readonly string[]> => {
  const ignore = await readFile(join(REPOSITORY, '.vscodeignore'), 'utf8');
  const shipped = [...ignore.matchAll(/^!([^/\n]+)/gm)].map((it) => it[1] ?? '');
  return [...new Set([...shipped, '.vscodeignore'])];
};
