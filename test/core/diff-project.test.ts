import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedByDefault,
  acceptFiles,
  basePath,
  type ChangeSet,
  diffProject,
  LOCK,
  MANIFEST,
  type Model,
  type ProjectPath,
  type ProjectState,
  parseManifest,
  planWrites,
  projectPath,
  validateText,
} from '../../src/core/index.ts';

const model = ((): Model => {
  const text = readFileSync(new URL('../../examples/notes.backbone.json', import.meta.url), 'utf8');
  const { model: built } = validateText(text);
  if (built === undefined) throw new Error('the example has errors');
  return built;
})();

type Texts = Readonly<Record<string, string>>;

const byPath = (texts: Texts): ReadonlyMap<ProjectPath, string> =>
  new Map(Object.entries(texts).map(([path, text]) => [projectPath(path), text]));

function stateOf(
  { base = {}, disk = {} }: { base?: Texts; disk?: Texts },
  more: Partial<ProjectState> = {},
): ProjectState {
  return {
    current: byPath(disk),
    unreadable: new Set(),
    base: byPath(base),
    revisions: [],
    manifest: undefined,
    lock: undefined,
    ...more,
  };
}

function diff(rendered: Texts, state: ProjectState): ChangeSet {
  const files = [...byPath(rendered)].map(([path, text]) => ({ path, text }));
  const checked = acceptFiles({ files, problems: [] });
  if (checked === undefined) throw new Error('files without problems were refused');
  return diffProject(checked, model, state);
}

const kinds = ({ changes }: ChangeSet) =>
  changes.map((it) => ('reason' in it ? `${it.kind} ${it.reason}` : it.kind));

describe('what generation means for a file: base, disk, new', () => {
  const cases: readonly (readonly [string, { base?: string; disk?: string; made?: string }, string[]])[] = [
    ['a new file', { made: 'n' }, ['create']],
    ['an untouched file that changes', { base: 'b', disk: 'b', made: 'n' }, ['update']],
    ['an untouched file that stays', { base: 'b', disk: 'b', made: 'b' }, ['keep same']],
    ['a file that already is as it will be', { base: 'b', disk: 'n', made: 'n' }, ['keep same']],
    ['an edited file whose template stays', { base: 'b', disk: 'mine', made: 'b' }, ['keep edited-by-user']],
    ['an edited file that changes', { base: 'b', disk: 'mine', made: 'n' }, ['conflict edited-by-user']],
    ['a file of the user at our path', { disk: 'mine', made: 'n' }, ['conflict own-file']],
    ['a file of the user with our text', { disk: 'n', made: 'n' }, ['keep same']],
    ['a deleted file', { base: 'b', made: 'n' }, ['keep deleted-by-user']],
    ['an untouched file that is no longer made', { base: 'b', disk: 'b' }, ['delete']],
    ['an edited file that is no longer made', { base: 'b', disk: 'mine' }, ['keep edited-by-user']],
    ['a deleted file that is no longer made', { base: 'b' }, []],
  ];
  for (const [name, { base, disk, made }, expected] of cases) {
    it(name, () => {
      const at = (text: string | undefined): Texts => (text === undefined ? {} : { 'app/main.py': text });
      expect(kinds(diff(at(made), stateOf({ base: at(base), disk: at(disk) })))).toEqual(expected);
    });
  }

  it('a file that is neither made nor there is forgotten, one that was deleted is not', () => {
    const set = diff({ 'made.py': 'new\n' }, stateOf({ base: { 'gone.py': 'old\n', 'made.py': 'old\n' } }));
    const { writes } = planWrites(set, acceptedByDefault(set));
    expect(writes.filter((it) => it.path.startsWith('.backbone/base/'))).toEqual([
      { path: basePath(projectPath('gone.py')), text: undefined, expected: 'old\n' },
    ]);
    expect(writes.find((it) => it.path === MANIFEST)?.text).toContain('made.py');
  });

  it('something that is no text file is never replaced', () => {
    const state = stateOf({}, { unreadable: new Set([projectPath('app/main.py')]) });
    const changes = diff({ 'app/main.py': 'n' }, state);
    expect(kinds(changes)).toEqual(['conflict not-a-file']);
    expect(
      planWrites(changes, new Set([projectPath('app/main.py')])).writes.map((it) => it.path),
    ).not.toContain('app/main.py');
  });
});

describe('the first migration', () => {
  const path = 'migrations/versions/0001_initial.py';
  const both = { base: { [path]: 'b' }, disk: { [path]: 'b' } };

  it('is written again with a warning while it is the only one', () => {
    const changes = diff({ [path]: 'n' }, stateOf(both, { revisions: [projectPath(path)] }));
    expect(kinds(changes)).toEqual(['update']);
    expect(changes.notes).toEqual([expect.stringContaining('must be made anew')]);
  });

  it('is a conflict as soon as there are others', () => {
    const revisions = [path, 'migrations/versions/0002_more.py'].map(projectPath);
    expect(kinds(diff({ [path]: 'n' }, stateOf(both, { revisions })))).toEqual(['conflict other-migrations']);
  });

  it('takes the lock along: without it the lock stays', () => {
    const changes = diff({ [path]: 'n', 'app/main.py': 'm' }, stateOf(both, { lock: 'old lock' }));
    const written = (accepted: readonly string[]) =>
      planWrites(changes, new Set(accepted.map(projectPath))).writes.map((it) => it.path);
    expect(written(['app/main.py'])).not.toContain(LOCK);
    expect(written(['app/main.py', path])).toContain(LOCK);
  });
});

/** Plays a plan on a project held in memory, the way a folder does. */
function apply(state: ProjectState, changes: ChangeSet, accepted: ReadonlySet<ProjectPath>): ProjectState {
  const files = new Map<ProjectPath, string>(state.current);
  for (const [path, text] of state.base) files.set(basePath(path), text);
  if (state.manifest !== undefined) files.set(MANIFEST, state.manifest);
  if (state.lock !== undefined) files.set(LOCK, state.lock);
  for (const { path, text, expected } of planWrites(changes, accepted).writes) {
    expect(files.get(path), `what the plan expects of ${path}`).toBe(expected);
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  const manifest = files.get(MANIFEST);
  const generated = parseManifest(manifest ?? '{"version":1,"files":[]}') ?? [];
  return {
    ...state,
    current: new Map([...files].filter(([path]) => !path.startsWith('.backbone/'))),
    base: new Map(
      generated.flatMap((path) =>
        files.has(basePath(path)) ? [[path, files.get(basePath(path)) ?? '']] : [],
      ),
    ),
    manifest,
    lock: files.get(LOCK),
  };
}

const someFiles = fc.dictionary(
  fc.constantFrom('a.py', 'b.py', 'c/d.py', 'e.md'),
  fc.constantFrom('1', '2', '3'),
);

describe('laws', () => {
  it('applying everything twice writes nothing the second time', () => {
    fc.assert(
      fc.property(someFiles, someFiles, someFiles, (base, disk, made) => {
        const state = stateOf({ base, disk });
        const first = diff(made, state);
        const after = apply(state, first, acceptedByDefault(first));
        const second = diff(made, after);
        expect([...acceptedByDefault(second)]).toEqual([]);
        expect(planWrites(second, new Set()).writes).toEqual([]);
      }),
    );
  });

  it('no text of a user is lost: only what equals the base is replaced or deleted', () => {
    fc.assert(
      fc.property(someFiles, someFiles, someFiles, (base, disk, made) => {
        const state = stateOf({ base, disk });
        const changes = diff(made, state);
        const after = apply(state, changes, acceptedByDefault(changes));
        for (const [path, text] of state.current) {
          if (text !== base[path]) expect(after.current.get(path)).toBe(text);
        }
      }),
    );
  });
});
