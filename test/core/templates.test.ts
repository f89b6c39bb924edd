import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Mustache from 'mustache';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Model, planFiles, type Template, validateText } from '../../src/core/index.ts';
import type { Subject } from '../../src/core/plan/plan.ts';
import { associationView } from '../../src/core/render/association-view.ts';
import { projectView } from '../../src/core/render/project-view.ts';
import { renderFiles } from '../../src/core/render/render.ts';
import type { TemplateView } from '../../src/core/render/strict-mustache.ts';
import { tableView } from '../../src/core/render/table-view.ts';
import { RUFF_SETTINGS } from '../../src/host/ruff-settings.ts';
import { templateFolder } from '../../src/host/template-folder.ts';
import { schemaFiles } from '../support/schema-files.ts';

type Token = readonly [kind: string, name: string, start: number, end: number, inner?: readonly Token[]];

const root = resolve(import.meta.dirname, '../..');
let templates: readonly Template[] = [];
const models: Model[] = [];

beforeAll(async () => {
  templates = await templateFolder(resolve(root, 'templates'));
  for (const file of schemaFiles) {
    const { model } = validateText(readFileSync(file, 'utf8'));
    if (model !== undefined) models.push(model);
  }
});

/** The views that one template is rendered with, over all schemas. */
function viewsOf(template: Template): readonly TemplateView[] {
  return models.flatMap((model) => {
    const project = projectView(model);
    const files = planFiles(model, [template]).files;
    return files.map(({ subject }) => ({ ...project, ...subjectView(subject, model) }));
  });
}

function subjectView(subject: Subject | undefined, model: Model): TemplateView {
  if (subject === undefined) return {};
  return 'className' in subject ? tableView(subject, model) : associationView(subject);
}

/** Visits the tokens that a view reaches; a name that the view lacks is noted. */
function visit(tokens: readonly Token[], stack: readonly unknown[], seen: Seen): void {
  for (const token of tokens.filter(isTag)) {
    const [kind, name, start, , inner = []] = token;
    const found = lookUp(name, stack);
    if (found === undefined) seen.unknown.add(name);
    else seen.reached.add(start);
    const items = itemsOf(found?.value);
    if (kind === '^' && items.length === 0) visit(inner, stack, seen);
    if (kind !== '#') continue;
    for (const item of items) visit(inner, item === true ? stack : [...stack, item], seen);
  }
}

const isTag = ([kind]: Token): boolean => kind !== 'text' && kind !== '!';

function lookUp(name: string, stack: readonly unknown[]): { readonly value: unknown } | undefined {
  if (name === '.') return { value: stack.at(-1) };
  const holder = stack.findLast((it): it is TemplateView => isObject(it) && Object.hasOwn(it, name));
  return holder === undefined ? undefined : { value: holder[name] };
}

/** What a section is rendered for. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === false || value === '' || value === 0 ? [] : [value];
}

type Seen = { readonly reached: Set<number>; readonly unknown: Set<string> };

const isObject = (it: unknown): it is TemplateView => typeof it === 'object' && it !== null;

const tagsOf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(isTag).flatMap((token) => [token, ...tagsOf(token[4] ?? [])]);

const parse = (template: Template): readonly Token[] => Mustache.parse(template.text) as Token[];

it('every tag of every template is a name of its view, and is reached by some schema', () => {
  const faults = templates.flatMap((template) => {
    const tokens = parse(template);
    const seen: Seen = { reached: new Set(), unknown: new Set() };
    for (const view of viewsOf(template)) visit(tokens, [view], seen);
    const missed = tagsOf(tokens).filter((it) => !seen.reached.has(it[2]));
    return [
      ...[...seen.unknown].map((it) => `${template.path}: its view does not have "${it}"`),
      ...missed.map((it) => `${template.path}: no schema reaches "${it[0]}${it[1]}" at ${it[2]}`),
    ];
  });
  expect(faults).toEqual([]);
});

it('every name of every view is used by some template', () => {
  const used = new Set(templates.flatMap((it) => tagsOf(parse(it)).map((tag) => tag[1])));
  const names = new Set(templates.flatMap(viewsOf).flatMap(namesOf));
  expect([...names].filter((it) => !used.has(it))).toEqual([]);
});

function namesOf(view: unknown): readonly string[] {
  if (Array.isArray(view)) return view.flatMap(namesOf);
  return isObject(view) ? [...Object.keys(view), ...Object.values(view).flatMap(namesOf)] : [];
}

describe('the generated pyproject.toml', () => {
  const lines = (): readonly string[] => {
    const model = models[0];
    if (model === undefined) throw new Error('no schema is valid');
    const found = renderFiles(planFiles(model, templates)).find((it) => it.path === 'pyproject.toml');
    return found?.text.split('\n') ?? [];
  };

  it('has the settings of the ruff that checks every run', () => {
    const { 'extend-exclude': _, ...settings } = ruffTables(lines());
    expect(settings).toEqual(RUFF_SETTINGS);
  });

  it('pins the version of ruff that checks every run', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    expect(lines()).toContain(`    "ruff==${dependencies['@astral-sh/ruff-wasm-nodejs']}",`);
  });
});

/** The tables `[tool.ruff…]`, whose values are all written as JSON is. */
function ruffTables(lines: readonly string[]): Record<string, unknown> {
  const ruff: Record<string, unknown> = {};
  const sections = lines.join('\n').split(/^(?=\[)/m);
  for (const section of sections.filter((it) => it.startsWith('[tool.ruff'))) {
    const [, name = ''] = /^\[(.*)\]/.exec(section) ?? [];
    const table = tableAt(ruff, name.split('.').slice(2));
    for (const [, key = '', value = ''] of section.matchAll(/^"?([^"=\n]+?)"? = (.*)$/gm)) {
      table[key] = JSON.parse(value);
    }
  }
  return ruff;
}

function tableAt(tables: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  return path.reduce((at, name) => {
    at[name] ??= {};
    return at[name] as Record<string, unknown>;
  }, tables);
}
