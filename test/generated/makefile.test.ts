import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { installDebianPackages } from '../support/apt.ts';
import { generateProject } from '../support/generated-project.ts';
import { endGroup, freePort, mustRun, run, startGroup, untilPrinted } from '../support/process.ts';

let folder = '';
const executed = new Set<string>();

beforeAll(async () => {
  const found = await run('make', ['--version']);
  if (found.code !== 0) await installDebianPackages(['make'], 'testing the Makefile of generated backends');
  ({ folder } = await generateProject(resolve(import.meta.dirname, '../../examples/notes.backbone.json')));
  await make('install');
});

function make(target: string, ...variables: readonly string[]): Promise<string> {
  executed.add(target);
  return mustRun('make', [target, ...variables], { cwd: folder });
}

const revisions = (): readonly string[] =>
  readdirSync(join(folder, 'migrations/versions')).filter((it) => it.endsWith('.py'));

it('make alone lists the targets', async () => {
  const listed = await mustRun('make', [], { cwd: folder });
  expect(listed).toContain('make install');
  expect(await make('help')).toBe(listed);
});

it('make install gives an environment in which everything passes', async () => {
  expect(await make('format')).toMatch(/^\d+ files left unchanged$/m);
  const printed = await make('check');
  for (const target of ['lint', 'types', 'test']) executed.add(target);
  expect(printed).toContain('All checks passed!');
  expect(printed).toContain('Success: no issues found');
  expect(printed).toMatch(/\d+ passed/);
});

it('migrations go up, are written and go down', async () => {
  await make('migrate');
  expect(existsSync(join(folder, 'notes.db'))).toBe(true);
  const silent = await run('make', ['revision'], { cwd: folder });
  expect(silent.code).not.toBe(0);
  expect(silent.stderr).toContain('make revision message=');
  const before = revisions();
  await make('revision', 'message=a "quoted" change');
  const [made = ''] = revisions().filter((it) => !before.includes(it));
  expect(readFileSync(join(folder, 'migrations/versions', made), 'utf8')).toContain('quoted');
  await make('migrate');
  await make('downgrade');
});

it('make run serves the API', async () => {
  executed.add('run');
  const port = await freePort();
  const server = startGroup('make', ['run', `PORT=${port}`], { cwd: folder });
  try {
    await untilPrinted(server, /startup complete/);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  } finally {
    await endGroup(server);
  }
});

it('every target was executed', () => {
  const [, targets = ''] = /^\.PHONY: (.*)$/m.exec(readFileSync(join(folder, 'Makefile'), 'utf8')) ?? [];
  expect([...executed].sort()).toEqual(targets.split(' ').sort());
});
