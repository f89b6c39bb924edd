import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFiles, renderFiles, type TemplateSet, validateText } from '../../src/core/index.ts';
import { templateFolder } from '../../src/host/template-folder.ts';
import {
  checkTypes,
  generateProject,
  lint,
  type RunTool,
  testOnPostgres,
  testOnSqlite,
  toolsOf,
} from '../support/generated-project.ts';
import {
  HOSTILE,
  hostileAll,
  hostileNames,
  hostileTexts,
  PLAIN,
  schemaOf,
  type Texts,
} from '../support/hostile-schema.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { mustRun } from '../support/process.ts';
import { ensureVenv, type Venv } from '../support/python.ts';

let templates: TemplateSet = [];
let folder = '';
let venv: Venv | undefined;
let postgres: Postgres | undefined;
let tool: RunTool = () => Promise.reject(new Error('nothing was generated'));

beforeAll(async () => {
  templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));
  const schema = join(mkdtempSync(join(tmpdir(), 'backbone-hostile-')), 'hostile.backbone.json');
  writeFileSync(schema, schemaOf(hostileAll(7)));
  const project = await generateProject(schema);
  venv = await ensureVenv(project.dependencies.constraints, project.dependencies.pyproject);
  postgres = await startPostgres();
  tool = toolsOf(project, venv);
  folder = project.folder;
});

afterAll(async () => postgres?.stop());

type Files = readonly (readonly [path: string, text: string])[];

function render(texts: Texts): Files {
  const { model, diagnostics } = validateText(schemaOf(texts));
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return renderFiles(planFiles(model, templates)).map((it) => [it.path, it.text]);
}

const shifts = HOSTILE.map((_, i) => i);

it('hostile texts change nothing but constants', async () => {
  const plain = render(PLAIN);
  const pairs = shifts.map((shift) => [plain, render(hostileTexts(shift))]);
  for (const [, files = []] of pairs)
    expect(files.map(([path]) => path)).toEqual(plain.map(([path]) => path));
  expect(await differences({ pairs, identifiers: true })).toEqual([]);
});

it('hostile names change nothing but constants and names', async () => {
  const plain = render(PLAIN);
  const pairs = shifts.map((shift) => [plain, render(hostileNames(shift))]);
  for (const [, files = []] of pairs) {
    expect(files).toHaveLength(plain.length);
    expect(
      files.filter(([path]) => !/^[\p{L}\p{N}_.][\p{L}\p{N}_./-]*$/u.test(path) || path.includes('..')),
    ).toEqual([]);
  }
  expect(await differences({ pairs, identifiers: false })).toEqual([]);
});

type Comparison = {
  readonly pairs: readonly (readonly Files[])[];
  /** Whether names count as well as the kinds of the nodes. */
  readonly identifiers: boolean;
};

/** Where two projects differ, as Python itself reads their files. */
async function differences(comparison: Comparison): Promise<unknown> {
  const printed = await mustRun(venv?.python ?? 'python3', ['-c', COMPARE], {
    input: JSON.stringify(comparison),
  });
  return JSON.parse(printed);
}

// SQL in `sa.text` is a constant as well: whether a default is written so depends on its quotes. The lines of other files count, and the keys of TOML.
const COMPARE = `
import ast, json, sys, tomllib
data = json.load(sys.stdin)

class Mask(ast.NodeTransformer):
    def visit_Constant(self, node): return ast.Constant(value=None)
    def visit_Call(self, node):
        is_text = ast.unparse(node.func) == "sa.text" and isinstance(node.args[0], ast.Constant)
        return ast.Constant(value=None) if is_text else self.generic_visit(node)

def shape(node):
    return [type(node).__name__, *(shape(child) for child in ast.iter_child_nodes(node))]

def keys(value):
    return {k: keys(v) for k, v in value.items()} if isinstance(value, dict) else type(value).__name__

def read(path, text):
    if path.endswith(".py"):
        tree = Mask().visit(ast.parse(text))
        return ast.dump(tree) if data["identifiers"] else shape(tree)
    if path.endswith(".toml"):
        return keys(tomllib.loads(text))
    return len(text.split("\\n"))

found = []
for number, (plain, other) in enumerate(data["pairs"]):
    for (path, text), (path2, text2) in zip(plain, other, strict=True):
        try:
            if read(path, text) != read(path2, text2): found.append([number, path, path2])
        except (SyntaxError, tomllib.TOMLDecodeError) as error: found.append([number, path, path2, str(error)])
print(json.dumps(found))
`;

describe('a backend in which every text is hostile', () => {
  it('lies in its target and nowhere else', () => {
    expect(readdirSync(dirname(folder))).toEqual(['hostile']);
  });

  it('passes ruff', () => lint(tool));

  it('passes mypy --strict', () => checkTypes(tool));

  it('passes its tests on SQLite', () => testOnSqlite(tool));

  it('passes its tests on PostgreSQL', () =>
    postgres === undefined
      ? Promise.reject(new Error('no PostgreSQL'))
      : testOnPostgres(tool, postgres, 'hostile'));
});
