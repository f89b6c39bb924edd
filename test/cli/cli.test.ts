import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { mustRun, run } from '../support/process.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notes = join(root, 'examples/notes.backbone.json');
const backbone = (...args: readonly string[]) => run(process.execPath, [join(root, 'dist/cli.js'), ...args]);

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
    const args = [join(root, 'dist/cli.js'), 'generate', notes, '--out', join(parent, 'out')];
    const { code, stderr } = await asOrdinaryUser(process.execPath, args);
    expect(stderr).toContain('permission denied');
    expect(code).toBe(2);
  });

  it('leaves the target as it was on Ctrl-C', async () => {
    const parent = await temporaryFolder();
    const pipe = join(parent, 'schema.backbone.json');
    await mustRun('mkfifo', [pipe]);
    const child = spawn(process.execPath, [
      join(root, 'dist/cli.js'),
      'generate',
      pipe,
      '--out',
      join(parent, 'out'),
    ]);
    const ended = once(child, 'exit');
    // Opening the other end waits until the process reads.
    const writer = await open(pipe, 'w');
    child.kill('SIGINT');
    await writer.writeFile(await readFile(notes, 'utf8'));
    await writer.close();
    expect(await ended).toEqual([130, null]);
    expect(await readTree(join(parent, 'out'))).toEqual({});
  });
});

/** Root may write everywhere, so as root the command runs as another user. */
function asOrdinaryUser(command: string, args: readonly string[]) {
  const isRoot = process.getuid?.() === 0;
  return isRoot ? run('runuser', ['-u', 'nobody', '--', command, ...args]) : run(command, args);
}

describe('the command line', () => {
  const wrong = [
    [['generate'], 'generate needs the path of a schema file'],
    [['generate', 'x'], 'generate needs --out DIR'],
    [['validate'], 'validate needs the path of a schema file'],
    [['validate', 'x', '--format', 'xml'], '--format is "text" or "json"'],
    [['conjure'], 'there is no command "conjure"'],
    [['validate', 'x', '--dry-run'], 'validate takes no --dry-run'],
    [['schema', '--out', 'x'], 'schema takes no --out'],
    [['schema', 'x'], 'schema takes no file'],
    [['validate', '/dev/zero'], 'cannot read "/dev/zero": it is larger than 50 MB'],
    [['validate', '--colour'], "Unknown option '--colour'"],
  ] as const;
  for (const [args, words] of wrong) {
    it(`answers "${args.join(' ')}" with one sentence`, async () => {
      const { code, stderr } = await backbone(...args);
      expect(code).toBe(2);
      expect(stderr).toContain(words);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    });
  }

  it('prints help, the version and the JSON Schema', async () => {
    expect((await backbone('--help')).stdout).toContain('backbone generate FILE --out DIR');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect((await backbone('--version')).stdout).toBe(`${version}\n`);
    expect(JSON.parse((await backbone('schema')).stdout)).toMatchObject({ title: 'BackBone schema' });
  });
});
