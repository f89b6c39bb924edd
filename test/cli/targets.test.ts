import { chmod, chown, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, JOURNAL_FILES } from '../../src/host/journal.ts';
import { asOrdinaryUser, backbone, CLI, NOTES } from '../support/cli.ts';
import { mustRun, run } from '../support/process.ts';
import { canMount, onSmallDisk } from '../support/small-disk.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

let folder = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  // Another user reads what is in it.
  await chmod(folder, 0o755);
});

describe('a target', () => {
  it('with a name of any letters works, and the next steps are quoted', async () => {
    const out = join(folder, 'späce \' " $x \u{1f600}\n');
    const { code, stdout } = await backbone('generate', NOTES, '--out', out);
    expect(code).toBe(0);
    const [, cd = ''] = /(cd .*?) && python3/s.exec(stdout) ?? [];
    expect(await mustRun('bash', ['-c', `${cd}; ls README.md`])).toBe('README.md\n');
  });

  const refused = [
    ['whose name is too long', () => join(folder, 'x'.repeat(300)), 'the path is too long'],
    ['whose path is too long', () => `${folder}/${'deep/'.repeat(1000)}`, 'the path is too long'],
    ['below a file', () => join(NOTES, 'below'), 'a file is where a folder should be'],
  ] as const;
  for (const [what, out, reason] of refused)
    it(`${what} is refused in one sentence`, async () => {
      const { code, stderr } = await backbone('generate', NOTES, '--out', out(), '--format', 'json');
      expect(code).toBe(2);
      expect(stderr).toMatch(
        new RegExp(`^cannot (?:write|generate into) "[^"]+": (?:${reason}|it is not a folder)[^\n]*\n$`),
      );
    });

  it('that is a link to a folder is written there; one that leads nowhere is refused', async () => {
    const real = await temporaryFolder();
    await symlink(real, join(folder, 'link'));
    expect((await backbone('generate', NOTES, '--out', join(folder, 'link'), '-q')).code).toBe(0);
    expect(Object.keys(await readTree(real)).length).toBeGreaterThan(50);
    await symlink(join(folder, 'never'), join(folder, 'lost'));
    const { code, stderr } = await backbone('generate', NOTES, '--out', join(folder, 'lost'), '-q');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^cannot write ".*lost": .*\n$/)]);
    expect((await readdir(folder)).filter((it) => it.startsWith('.lost'))).toEqual([]);
  });
});

describe('a generated project', () => {
  let made = '';
  let changed = '';
  beforeAll(async () => {
    made = join(folder, 'made');
    expect((await backbone('generate', NOTES, '--out', made, '-q')).code).toBe(0);
    changed = join(folder, 'changed.backbone.json');
    await writeFile(changed, (await mustRun('cat', [NOTES])).replaceAll('"body"', '"content"'));
  });

  const copy = async (): Promise<string> => {
    const out = join(await temporaryFolder(), 'made');
    await cp(made, out, { recursive: true, verbatimSymlinks: true });
    return out;
  };
  const again = (out: string) => backbone('generate', changed, '--out', out, '--quiet');

  it('that is read-only stays as it is', async () => {
    const out = await copy();
    await mustRun('chmod', ['-R', 'a-w,a+rX', out]);
    await chmod(join(out, '..'), 0o755);
    const { code, stderr } = await asOrdinaryUser(process.execPath, [
      CLI,
      'generate',
      changed,
      '--out',
      out,
      '-q',
    ]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^cannot write ".*": permission denied; nothing .*\n$/),
    ]);
    expect(await readTree(out)).toEqual(await readTree(made));
    await mustRun('chmod', ['-R', 'u+w', out]);
  });

  it('of which one folder is read-only stays as it is', async () => {
    const out = await copy();
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await mustRun('chown', ['-R', 'nobody', join(out, '..')]);
    if (isRoot) await chown(join(out, 'app/models'), 0, 0);
    await chmod(join(out, 'app/models'), 0o555);
    await mustRun('chmod', ['a+rX', join(out, '..')]);
    const { code, stderr } = await asOrdinaryUser(process.execPath, [
      CLI,
      'generate',
      changed,
      '--out',
      out,
      '-q',
    ]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^cannot write ".*app\/models\/\w+\.py": permission denied; nothing .*\n$/),
    ]);
    expect(await readTree(out)).toEqual(await readTree(made));
    await chmod(join(out, 'app/models'), 0o755);
  });

  const outside = async (): Promise<string> => {
    const victim = await temporaryFolder();
    await writeTree(victim, { 'notes.py': 'mine\n' });
    return victim;
  };

  for (const path of [
    'app/models',
    '.backbone',
    '.backbone/base',
    '.backbone/journal',
    'migrations/versions',
  ])
    it(`with a link out of it at ${path} is refused`, async () => {
      const [out, victim] = [await copy(), await outside()];
      await rm(join(out, path), { recursive: true });
      await symlink(victim, join(out, path));
      const { code, stderr } = await again(out);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^nothing was written: ".*" leads out of the .*\n$/),
      ]);
      expect(await readTree(victim)).toEqual({ 'notes.py': 'mine\n' });
    });

  for (const path of [
    'app/models/notes.py',
    '.backbone/manifest.json',
    JOURNAL_FILES.last,
    JOURNAL_FILES.unfinished,
  ])
    it(`never writes through a link out of it at ${path}`, async () => {
      const [out, victim] = [await copy(), await outside()];
      await rm(join(out, path), { force: true });
      await mkdir(join(out, path, '..'), { recursive: true });
      await symlink(join(victim, 'notes.py'), join(out, path));
      const { code, stderr, stdout } = await again(out);
      expect(stdout + stderr).not.toContain('fault of BackBone');
      expect(code).toBe({ 'app/models/notes.py': 3, '.backbone/manifest.json': 2 }[path] ?? 0);
      expect(await readTree(victim)).toEqual({ 'notes.py': 'mine\n' });
    });

  it('after an interrupted apply says that this was taken back', async () => {
    const out = await copy();
    const before = await readTree(out);
    const entries = [{ path: 'app/new.py', before: null, after: hashOf('new\n') }];
    const journal = { [JOURNAL_FILES.unfinished]: JSON.stringify({ entries }) };
    await writeTree(out, { 'app/new.py': 'new\n', ...journal });
    const { code, stderr, stdout } = await backbone('generate', NOTES, '--out', out, '--format', 'json');
    expect(code).toBe(0);
    expect(stderr).toBe(
      `an earlier run that wrote into "${out}" was interrupted; its changes are taken back (1 file)\n`,
    );
    expect(JSON.parse(stdout).error).toBeNull();
    expect(await readTree(out)).toEqual(before);
  });
});

it('a full disk leaves the project as it was', async () => {
  if (!(await canMount())) return;
  await onSmallDisk(2048, async (disk) => {
    const out = join(disk, 'made');
    expect((await backbone('generate', NOTES, '--out', out, '-q')).code).toBe(0);
    const before = await readTree(out);
    await run('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k']);
    const file = join(folder, 'changed.backbone.json');
    const { code, stderr } = await backbone('generate', file, '--out', out, '-q');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/: the disk is full; nothing was changed\n$/)]);
    expect(await readTree(out)).toEqual(before);
    expect((await backbone('generate', file, '--out', join(disk, 'other'), '-q')).code).toBe(2);
    expect((await readdir(disk)).sort()).toEqual(['filler', 'made']);
  });
});
