import {
  BOOKKEEPING,
  basePath,
  type ChangeSet,
  type CodeProblem,
  failure,
  LOCK,
  MANIFEST,
  type ProjectPath,
  type ProjectState,
  parseManifest,
  success,
  type TemplateSet,
  type WritePlan,
} from '../../src/core/index.ts';
import type { ChangeSetStore, Llm, Ports, ProjectFiles, PythonChecker } from '../../src/workflow/ports.ts';

/** A project folder that is a map. */
export type MemoryProject = ProjectFiles & { readonly files: Map<string, string> };

/** Reads and writes a map the way the real folder is read and written, bookkeeping and guard included. */
export function memoryProject(): MemoryProject {
  const files = new Map<string, string>();
  const read = async (paths: readonly ProjectPath[]) => success(stateOf(files, paths));
  const apply = async ({ writes }: WritePlan) => {
    const changed = writes.filter((it) => files.get(it.path) !== it.expected).map((it) => it.path);
    if (changed.length > 0) return failure({ kind: 'changed', paths: changed } as const);
    for (const { path, text } of writes) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    const written = writes.filter((it) => it.text !== undefined).map((it) => it.path);
    const deleted = writes.filter((it) => it.text === undefined).map((it) => it.path);
    return success({ written, deleted });
  };
  return { files, read, apply };
}

function stateOf(files: ReadonlyMap<string, string>, paths: readonly ProjectPath[]): ProjectState {
  const manifest = files.get(MANIFEST);
  const known = manifest === undefined ? [] : (parseManifest(manifest) ?? []);
  const texts = (all: readonly ProjectPath[], place: (path: ProjectPath) => string) =>
    new Map(
      all.flatMap((path) => {
        const text = files.get(place(path));
        return text === undefined ? [] : [[path, text] as const];
      }),
    );
  return {
    current: texts([...paths, ...known], (it) => it),
    unreadable: new Set(),
    base: texts(known, basePath),
    revisions: [],
    manifest,
    lock: files.get(LOCK),
  };
}

/** The generated files, without the notes about them. */
export const ownFiles = ({ files }: MemoryProject): readonly string[] =>
  [...files.keys()].filter((it) => !it.startsWith(`${BOOKKEEPING}/`)).sort();

/** A checker that changes nothing and objects to what it is told to. */
export const checkerWith = (problems: readonly CodeProblem[]): PythonChecker => ({
  check: async (files) => ({ files, problems }),
});

function memoryChangeSets(): ChangeSetStore {
  const kept = new Map<string, ChangeSet>();
  return {
    put: (changeSet) => {
      const id = `change-set-${kept.size + 1}`;
      kept.set(id, changeSet);
      return id;
    },
    get: (id) => kept.get(id),
  };
}

const TEMPLATES: TemplateSet = [
  { path: 'base/README.md.mustache', text: 'A backend.\n' },
  { path: 'base/app/models/{table}.py.mustache', text: 'generated = True\n' },
];

/** Ports around a project, with two templates of two lines in all. */
export const portsFor = (project: ProjectFiles, llm?: Llm): Ports => ({
  templates: TEMPLATES,
  checker: checkerWith([]),
  project,
  changeSets: memoryChangeSets(),
  ...(llm === undefined ? {} : { models: { schemaValidator: llm, architect: llm } }),
});

/** A schema of two tables without any fault. */
export const SCHEMA = JSON.stringify(
  {
    project_name: 'Shop',
    db_type: 'postgresql',
    schema: [
      {
        table_name: 'customers',
        class_name: 'Customer',
        columns: [
          { name: 'id', type: 'Integer', primary_key: true, nullable: false },
          { name: 'email', type: 'String', length: 200, nullable: false },
        ],
      },
      {
        table_name: 'orders',
        class_name: 'Order',
        columns: [{ name: 'id', type: 'Integer', primary_key: true, nullable: false }],
      },
    ],
  },
  undefined,
  2,
);
