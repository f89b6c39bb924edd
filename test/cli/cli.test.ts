import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOrdinaryUser, backbone, CLI, NOTES as notes } from '../support/cli.ts';
import { mustRun } from '../support/process.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

let folder = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeTree(folder, {
    'bad.backbone.json': '{\n  "project_name": "X",\n  "db_type": "oracle",\n  "schema": []\n}\n',
    'text.backbone.json': 'not json',
    'list.backbone.json': '[]',
    'empty.backbone.json': '',
  });
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'bytes.backbone.json'), new Uint8Array([0xff, 0xff, 0xff]));
});

describe('validate', () => {
  it('prints zero-based UTF-16 ranges as JSON', async () => {
    const file = join(folder, 'bad.backbone.json');
    const { code, stdout } = await backbone('validate', file, '--format', 'json');
    expect(code).toBe(1);
    const { files } = JSON.parse(stdout);
    expect(files).toHaveLength(1);
    expect(files[0].file).toBe(file);
    expect(files[0].diagnostics).toContainEqual({
      code: 'BB103',
      severity: 'error',
      message: expect.stringContaining('"db_type" must be one of "postgresql"'),
      range: { start: { line: 2, character: 13 }, end: { line: 2, character: 21 } },
      related: [],
    });
  });

  it('prints one-based places for people', async () => {
    const { code, stdout } = await backbone('validate', join(folder, 'bad.backbone.json'));
    expect(code).toBe(1);
    expect(stdout).toContain('bad.backbone.json:3:14: error BB103: "db_type" must be one of');
  });

  const broken = [
    ['text.backbone.json', 1, 'BB001'],
    ['empty.backbone.json', 1, 'BB001'],
    ['list.backbone.json', 1, 'BB003'],
    ['bytes.backbone.json', 2, 'not UTF-8'],
    ['a-folder', 2, 'it is a folder'],
    ['not-there.json', 2, 'there is no such file'],
  ] as const;
  for (const [file, exit, words] of broken) {
    it(`answers ${file} with exit code ${exit} and no stack trace`, async () => {
      const { code, stdout, stderr } = await backbone('validate', join(folder, file));
      expect(code).toBe(exit);
      expect(stdout + stderr).toContain(words);
      expect(stdout + stderr).not.toMatch(/\n\s+at /);
    });
  }

  it('goes on after a file that cannot be read', async () => {
    const { code, stdout } = await backbone('validate', join(folder, 'not-there.json'), notes);
    expect(code).toBe(2);
    expect(stdout).toContain('notes.backbone.json: no problems');
  });
});

describe('generate', () => {
  it('writes a project, then nothing, and lists every file as JSON', async () => {
    const out = join(await temporaryFolder(), 'notes');
    const first = await backbone('generate', notes, '--out', out, '--format', 'json');
    expect(first.stderr).toBe('');
    expect(first.code).toBe(0);
    const result = JSON.parse(first.stdout);
    expect(new Set(result.changes.map((it: { kind: string }) => it.kind))).toEqual(new Set(['create']));
    expect(result.changes.map((it: { path: string }) => it.path)).toContain('app/models/notes.py');
    expect(result.durationMs).toBeGreaterThan(0);
    const tree = await readTree(out);
    const second = await backbone('generate', notes, '--out', out, '--format', 'json');
    expect(new Set(JSON.parse(second.stdout).changes.map((it: { kind: string }) => it.kind))).toEqual(
      new Set(['keep']),
    );
    expect(await readTree(out)).toEqual(tree);
    await rm(join(out, '.backbone/manifest.json'));
    expect((await backbone('generate', notes, '--out', out)).code).toBe(0);
    expect(await readTree(out)).toEqual(tree);
  });

  it('writes nothing with --dry-run', async () => {
    const parent = await temporaryFolder();
    const { code, stdout } = await backbone('generate', notes, '--out', join(parent, 'notes'), '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('new       app/models/notes.py');
    expect(await readTree(parent)).toEqual({});
  });

  it('never overwrites a file of the user', async () => {
    const out = await temporaryFolder();
    await writeTree(out, { 'README.md': 'mine\n' });
    const { code, stderr, stdout } = await backbone('generate', notes, '--out', out);
    expect(code).toBe(3);
    expect(stdout).toContain('conflict  README.md (a file of yours is there)');
    expect(stderr).toContain('nothing was written');
    expect(await readTree(out)).toEqual({ 'README.md': 'mine\n' });
  });

  it('keeps an edited file while its template stays, and refuses when it would change', async () => {
    const out = join(await temporaryFolder(), 'notes');
    await backbone('generate', notes, '--out', out);
    const model = join(out, 'app/models/notes.py');
    await writeFile(model, `${await readFile(model, 'utf8')}\n# mine\n`);
    const kept = await backbone('generate', notes, '--out', out);
    expect(kept.code).toBe(0);
    expect(kept.stdout).toContain('kept      app/models/notes.py (edited by you)');
    const changed = join(await temporaryFolder(), 'changed.backbone.json');
    await writeFile(
      changed,
      (await readFile(notes, 'utf8')).replace('"body"', '"content"').replace('"body"', '"content"'),
    );
    const before = await readTree(out);
    const { code, stdout } = await backbone('generate', changed, '--out', out);
    expect(code).toBe(3);
    expect(stdout).toContain('conflict  app/models/notes.py (edited by you)');
    expect(stdout).not.toContain('is written again');
    expect(await readTree(out)).toEqual(before);
  });

  it('keeps a deleted file away and says how to have it again', async () => {
    const out = join(await temporaryFolder(), 'notes');
    await backbone('generate', notes, '--out', out);
    const service = 'app/domains/notes/service.py';
    await rm(join(out, service));
    const { stdout } = await backbone('generate', notes, '--out', out);
    expect(stdout).toContain(`kept      ${service} (deleted by you)`);
    const [copy = ''] = stdout.match(/\.backbone\/base\/\S+/) ?? [];
    await rm(join(out, copy));
    expect((await backbone('generate', notes, '--out', out)).stdout).toContain(`new       ${service}`);
    expect(Object.keys(await readTree(out))).toContain(service);
  });

  it('writes nothing for a schema with errors', async () => {
    const out = join(await temporaryFolder(), 'out');
    const { code, stderr } = await backbone('generate', join(folder, 'bad.backbone.json'), '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain('nothing was generated');
    expect(await readTree(out)).toEqual({});
  });

  it('says so when the target is a file, or lies below one', async () => {
    const file = join(folder, 'text.backbone.json');
    for (const out of [file, join(file, 'below')]) {
      const { code, stderr } = await backbone('generate', notes, '--out', out);
      expect(code).toBe(2);
      expect(stderr).toMatch(/is not a folder|a file is where a folder should be/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it('says so when the target is read-only', async () => {
    const parent = await temporaryFolder();
    await chmod(parent, 0o555);
    const args = [CLI, 'generate', notes, '--out', join(parent, 'out')];
    const { code, stderr } = await asOrdinaryUser(process.execPath, args);
    expect(stderr).toContain('permission denied');
    expect(code).toBe(2);
  });

  for (const args of [['validate'], ['generate', '--out', 'out']]) {
    it(`${args[0]} ends at once on Ctrl-C, also while it waits for its file`, async () => {
      const parent = await temporaryFolder();
      const pipe = join(parent, 'schema.backbone.json');
      await mustRun('mkfifo', [pipe]);
      const child = spawn(process.execPath, [CLI, ...args, pipe], { cwd: parent });
      const said = child.stderr.setEncoding('utf8').toArray();
      const ended = once(child, 'exit');
      // Opening the other end waits until the process reads.
      const writer = await open(pipe, 'w');
      child.kill('SIGINT');
      // A shell reads 130 of both.
      expect([
        [130, null],
        [null, 'SIGINT'],
      ]).toContainEqual(await ended);
      expect((await said).join('')).toMatch(/^cancelled/);
      await writer.close();
      expect(await readdir(parent)).toEqual(['schema.backbone.json']);
    });
  }
});

it('prints the JSON Schema', async () => {
  expect(JSON.parse((await backbone('schema')).stdout)).toMatchObject({ title: 'BackBone schema' });
});

it('answers a wrong command line with one sentence', async () => {
  const { code, stdout, stderr } = await backbone('conjure');
  expect([code, stdout, stderr]).toEqual([
    2,
    '',
    'backbone: there is no command "conjure"; see backbone --help\n',
  ]);
});
