import { readdirSync, readFileSync } from 'node:fs';
import { cp, lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/host/disk.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import type { Recovery } from '../../src/host/recovery.ts';
import { CHANGING, type Dying } from '../support/dying-disk.ts';
import { type Finished, run } from '../support/process.ts';
import { temporaryFolder, writeTree } from '../support/tree.ts';
import { write } from '../support/write-plans.ts';

const INITIAL = { 'app/main.py': 'first main\n', 'notes.txt': 'mine\n' };

const manifest = (...files: readonly string[]): string => JSON.stringify({ version: 1, files });

const FIRST = [
  write('app/main.py', 'old main\n', 'first main\n'),
  write('app/only/gone.py', 'gone\n'),
  write('.backbone/base/app/main.py', 'old main\n'),
  write('.backbone/base/app/only/gone.py', 'gone\n'),
  write('.backbone/manifest.json', manifest('app/main.py', 'app/only/gone.py')),
  write('.backbone/model.lock.json', 'old lock\n'),
];

const SECOND = [
  write('app/main.py', 'new main\n', 'old main\n'),
  write('app/models/users.py', 'users\n'),
  write('app/only/gone.py', undefined, 'gone\n'),
  write('.backbone/base/app/main.py', 'new main\n', 'old main\n'),
  write('.backbone/base/app/models/users.py', 'users\n'),
  write('.backbone/base/app/only/gone.py', undefined, 'gone\n'),
  write(
    '.backbone/manifest.json',
    manifest('app/main.py', 'app/models/users.py'),
    manifest('app/main.py', 'app/only/gone.py'),
  ),
  write('.backbone/model.lock.json', 'new lock\n', 'old lock\n'),
];

let script = '';
beforeAll(async () => {
  // One file starts much faster than all of the sources.
  script = join(await temporaryFolder(), 'dying-disk.mjs');
  const entryPoints = [new URL('../support/dying-disk.ts', import.meta.url).pathname];
  const mainFields = ['module', 'main'];
  await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', mainFields, outfile: script });
});

const live = (dying: Partial<Dying> & Pick<Dying, 'root' | 'act'>): Promise<Finished> => {
  const all = { writes: SECOND, point: 0, when: 'before', ...dying };
  // Compiled once, the script starts in half the time.
  const env = { NODE_COMPILE_CACHE: `${script}.cache` };
  return run(process.execPath, [script, JSON.stringify(all)], { env });
};

/** Everything in a folder, empty folders included; the turn of a process that ended is taken over and no trace. */
async function everything(root: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const it of await readdir(root, { recursive: true })) {
    const path = join(root, it);
    if (it.endsWith('/journal/turn')) continue;
    const isFolder = (await lstat(path)).isDirectory();
    if (!isFolder) found[it] = await readFile(path, 'utf8');
    else if ((await readdir(path)).length === 0) found[`${it}/`] = '';
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Tree = Awaited<ReturnType<typeof everything>>;
type Start = () => Promise<string>;

async function projectWith(...plans: readonly (typeof FIRST)[]): Promise<string> {
  const root = join(await temporaryFolder(), 'shop');
  await writeTree(root, INITIAL);
  for (const writes of plans) expect(await projectFolder(root).apply({ writes })).toMatchObject({ ok: true });
  return root;
}

const WHEN = ['before', 'during', 'after'] as const;

/** What is done one by one has no other state before an operation than after the one before it. */
const whenOf = (act: Dying['act']): readonly Dying['when'][] =>
  act === 'apply' ? WHEN : ['during', 'after'];

/** Ends a process at each of its operations, in each way, and looks at what is left after recovery. */
async function atEveryOperation(
  act: Dying['act'],
  start: Start,
  look: (root: string, where: string) => Promise<void>,
): Promise<readonly string[]> {
  const lived = await live({ root: await start(), act });
  expect(lived).toMatchObject({ code: 0, stderr: '' });
  const operations: readonly string[] = JSON.parse(lived.stdout);
  for (const [index, name] of operations.entries()) {
    const endOne = async (when: Dying['when']): Promise<void> => {
      const root = await start();
      const { code, stderr } = await live({ root, act, point: index + 1, when });
      const where = `${act} ended ${when} ${name}, operation ${index + 1} of ${operations.length}`;
      expect(code, `${where}: ${stderr}`).toBe(9);
      await look(root, where);
    };
    await Promise.all(whenOf(act).map(endOne));
  }
  return operations;
}

async function recover(root: string): Promise<readonly Recovery[]> {
  const told: Recovery[] = [];
  expect(await projectFolder(root, nodeDisk, (it) => told.push(it)).read([])).toMatchObject({
    ok: true,
    value: {},
  });
  return told;
}

async function undone(root: string): Promise<Tree> {
  expect(await projectFolder(root).undo()).toMatchObject({ ok: true, value: { skipped: [] } });
  return withoutJournal(await everything(root));
}

const withoutJournal = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith('.backbone/journal')));

describe('a process that is ended at any operation on the disk', () => {
  let initial: Tree;
  let old: Tree;
  let renewed: Tree;
  beforeAll(async () => {
    initial = await everything(await projectWith());
    old = await everything(await projectWith(FIRST));
    renewed = await everything(await projectWith(FIRST, SECOND));
  });

  it('leaves after an apply the old tree or the new one, and either can be undone', {
    timeout: 300_000,
  }, async () => {
    const seen = new Set<Tree>();
    const operations = await atEveryOperation(
      'apply',
      () => projectWith(FIRST),
      async (root, where) => {
        await recover(root);
        const tree = await everything(root);
        const [is] = [old, renewed].filter((it) => JSON.stringify(it) === JSON.stringify(tree));
        expect(is, `${where}: ${JSON.stringify(tree)}`).toBeDefined();
        seen.add(is ?? {});
        expect(await undone(root), where).toEqual(withoutJournal(is === old ? initial : old));
      },
    );
    expect(seen).toEqual(new Set([old, renewed]));
    // Turn, journal, six texts and two deletions, each by several operations of every kind.
    expect(new Set(operations)).toEqual(new Set(CHANGING));
    expect(operations.length).toBeGreaterThan(30);
  });

  it('leaves nothing or everything of a new folder', { timeout: 300_000 }, async () => {
    const writes = [
      write('app/main.py', 'main\n'),
      write('.backbone/manifest.json', manifest('app/main.py')),
    ];
    const start = async () => join(await temporaryFolder(), 'shop');
    const whole = await start();
    await projectFolder(whole).apply({ writes });
    const all = prefixed(await everything(whole));
    const endOne = async (point: number, when: Dying['when']): Promise<number> => {
      const root = await start();
      const { code } = await live({ root, act: 'apply', writes, point, when });
      await recover(root);
      expect([{}, all], `ended ${when} operation ${point}`).toContainEqual(await everything(dirname(root)));
      return code;
    };
    for (let point = 1; ; point += 1) {
      const codes = await Promise.all(WHEN.map((when) => endOne(point, when)));
      if (codes.includes(0)) break;
      expect(codes).toEqual([9, 9, 9]);
    }
  });

  it('during an undo leaves the tree before it or after it', { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    await atEveryOperation(
      'undo',
      () => projectWith(FIRST, SECOND),
      async (root, where) => {
        await recover(root);
        const tree = JSON.stringify(withoutJournal(await everything(root)));
        const both = [old, renewed].map((it) => JSON.stringify(withoutJournal(it)));
        expect(both, where).toContain(tree);
        if (tree === both[1]) expect(await undone(root), where).toEqual(withoutJournal(old));
        seen.add(tree);
      },
    );
    expect(seen.size).toBe(2);
  });

  it('during a recovery leaves that to the next one', { timeout: 300_000 }, async () => {
    // The apply was ended when every file was written and only the journal was not yet closed.
    const { stdout } = await live({ root: await projectWith(FIRST), act: 'apply' });
    const closing = (JSON.parse(stdout) as string[]).lastIndexOf('rename') + 1;
    const broken = await projectWith(FIRST);
    expect((await live({ root: broken, act: 'apply', point: closing, when: 'before' })).code).toBe(9);
    expect(await readFile(join(broken, 'app/main.py'), 'utf8')).toBe('new main\n');
    const start = async () => {
      const root = join(await temporaryFolder(), 'shop');
      await cp(broken, root, { recursive: true });
      return root;
    };
    await atEveryOperation('read', start, async (root, where) => {
      await recover(root);
      expect(await everything(root), where).toEqual(old);
      expect(await undone(root), where).toEqual(withoutJournal(initial));
    });
  });
});

const prefixed = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [`shop/${path}`, text]));

it('the operations that are ended are all by which the host changes the disk', () => {
  const folder = new URL('../../src/host', import.meta.url).pathname;
  const used = new Set<string>();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // The tools in `backend/` change a virtual environment and their own reports, and no file that an apply knows.
  for (const name of names.filter((it) => !it.startsWith('backend'))) {
    const source = name.endsWith('.ts') ? readFileSync(join(folder, name), 'utf8') : '';
    for (const [, names = '', module] of source.matchAll(/import \{([^}]*)\} from 'node:(fs[\w/]*)'/g)) {
      expect(module, relative(folder, name)).toBe('fs/promises');
      for (const it of names.split(',')) used.add(it.trim());
    }
    expect(source, name).not.toMatch(
      /import \S+ from 'node:fs|import \* as \w+ from 'node:fs|require\('node:fs/,
    );
  }
  const reading = ['lstat', 'readdir', 'readFile', 'realpath'];
  expect([...used].sort()).toEqual([...CHANGING, ...reading].sort());
});
