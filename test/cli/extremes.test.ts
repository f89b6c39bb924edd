import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { schemaOf } from '../../scripts/bench/schema-of.ts';
import { backbone, CLI, NOTES } from '../support/cli.ts';
import { mustRun, run } from '../support/process.ts';
import { readTree, temporaryFolder } from '../support/tree.ts';

let folder = '';
beforeAll(async () => {
  folder = await temporaryFolder();
});

/** Runs the command line in a process with so many megabytes for its objects. */
const withMemory = (megabytes: number, ...args: readonly string[]) =>
  run(process.execPath, [`--max-old-space-size=${megabytes}`, CLI, ...args]);

describe('50 MB of text', () => {
  const long = (size: number): string =>
    JSON.stringify({ project_name: 'Long', description: 'x'.repeat(size), db_type: 'sqlite', schema: [] });

  it('is one diagnostic, for which no more is read than is allowed', async () => {
    const file = join(folder, 'long.backbone.json');
    await writeFile(file, long(50_000_000));
    const words =
      'error BB004: the file is larger than 10 MB, the limit; raise it with --max-size, or in the editor with the setting backboneAi.limits.size';
    const checked = await withMemory(60, 'validate', file);
    expect(checked).toEqual({ code: 1, stdout: `${file}:1:1: ${words}\n${file}: 1 error\n`, stderr: '' });
    const out = join(folder, 'long');
    const { code, stderr } = await withMemory(60, 'generate', file, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toBe(`${file}:1:1: ${words}\n${file}: 1 error; nothing was generated\n`);
    expect(await readTree(out)).toEqual({});
    const raised = await backbone('validate', file, '--max-size', '60MB', '--format', 'json');
    expect(JSON.parse(raised.stdout).files[0].diagnostics.map((it: { code: string }) => it.code)).toEqual([
      'BB103',
    ]);
  });

  it('that would fill the memory is refused, whatever the limit', async () => {
    const file = join(folder, 'dense.backbone.json');
    await writeFile(file, `[${'0,'.repeat(25_000_000)}0]`);
    const { code, stdout } = await withMemory(600, 'validate', file, '--max-size', '500MB');
    expect(code).toBe(1);
    expect(stdout).toContain('1:1: error BB004: the file has more than 5000000 properties and items');
  });

  it('without an end is the same', async () => {
    const { code, stdout } = await withMemory(60, 'validate', '/dev/zero');
    expect(code).toBe(1);
    expect(stdout).toContain('/dev/zero:1:1: error BB004: the file is larger than 10 MB');
  });
});

describe('5,000 tables', () => {
  it('are one diagnostic, or a backend when they are asked for', { timeout: 600_000 }, async () => {
    const file = join(folder, 'many.backbone.json');
    await writeFile(file, schemaOf(5000));
    const refused = await backbone('validate', file);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(
      /^\S+:4:3: error BB005: 5000 tables are too many; the limit is 2000, raise it with --max-tables, .*\n\S+: 1 error\n$/,
    );
    const taken = await backbone('validate', file, '--max-tables', '5000');
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    const shown = await withMemory(
      2000,
      ...['generate', file, '--out', join(folder, 'many'), '--max-tables', '5000', '--dry-run'],
      ...['--format', 'json'],
    );
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(shown.stdout).changes.length).toBeGreaterThan(30_000);
  });
});

describe('a schema file', () => {
  it('that is gone, or that a link leads nowhere to, is said to be gone', async () => {
    const link = join(folder, 'nowhere.backbone.json');
    await symlink(join(folder, 'never'), link);
    const circle = join(folder, 'circle.backbone.json');
    await symlink(circle, circle);
    const name = `${'x'.repeat(300)}.backbone.json`;
    const cases = [
      [link, 'there is no such file'],
      [circle, 'its links lead in a circle'],
      [join(folder, name), 'the path is too long'],
      [`${NOTES}/below`, 'a file is where a folder should be'],
    ] as const;
    for (const [file, reason] of cases) {
      const out = join(folder, 'gone');
      const { code, stderr } = await backbone('generate', file, '--out', out);
      expect([code, stderr]).toEqual([2, `cannot read "${file}": ${reason}\n`]);
      expect(await readTree(out)).toEqual({});
    }
  });

  it('that vanishes while it is read was read, and the run goes on', async () => {
    const file = join(folder, 'vanishing.backbone.json');
    await mustRun('mkfifo', [file]);
    const out = join(folder, 'vanished');
    const child = spawn(process.execPath, [CLI, 'generate', file, '--out', out, '--quiet']);
    const ended = once(child, 'exit');
    const writer = await open(file, 'w');
    await rm(file);
    await writer.writeFile(await mustRun('cat', [NOTES]));
    await writer.close();
    expect(await ended).toEqual([0, null]);
    expect(Object.keys(await readTree(out)).length).toBeGreaterThan(50);
  });
});

it('an installation without its templates says so', async () => {
  const dist = join(folder, 'dist');
  await cp(dirname(CLI), dist, { recursive: true });
  const out = join(folder, 'out');
  const { code, stderr } = await run(process.execPath, [
    join(dist, 'cli.js'),
    'generate',
    NOTES,
    '--out',
    out,
  ]);
  expect([code, stderr]).toEqual([
    2,
    `cannot read the templates in "${join(folder, 'templates')}": it is not there; install BackBone again\n`,
  ]);
});
