import { isArray, isObject, type Json, type JsonObject } from '../document/json.ts';
import { isColumnTypeName, propertiesNotYet } from '../schema/column-types.ts';
import NOT_YET from '../schema/generated/not-yet.json' with { type: 'json' };
import type { NotYet } from '../schema/shape-words.ts';
import type { ColumnView, TableView } from '../schema/view.ts';
import type { Pointer } from '../shared/pointer.ts';
import { keyAt, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** What is not built yet, as a tree in the shape of a schema file. */
type Tree = {
  readonly notYet?: NotYet;
  readonly properties?: Readonly<Record<string, Tree | undefined>>;
  readonly items?: Tree;
};

/** BB006: what the format has and the generator cannot do yet is refused, never silently dropped. */
export const notSupportedYet: Rule = {
  code: 'BB006',
  name: 'not-supported-yet',
  severity: 'error',
  summary: 'The format has this, but the generator cannot do it yet; it would be missing from the backend.',
  check: (view) => [
    ...walk(NOT_YET as Tree, view.raw, []),
    ...view.tables.flatMap((it) => it.columns.flatMap(ofType)),
    ...view.tables.filter(lacksKey).map(withoutKey),
  ],
};

/** Refuses what the tree refuses in a value; `at` is where the value is, lengthened and shortened on the way. */
function walk(tree: Tree, value: Json, at: (string | number)[]): readonly RuleFinding[] {
  const own = tree.notYet === undefined ? undefined : refusal(tree.notYet, value, at);
  if (own !== undefined) return [own];
  if (isArray(value)) return walkItems(tree.items ?? itemsOf(tree.notYet), value, at);
  return isObject(value) ? walkProperties(tree.properties ?? {}, value, at) : [];
}

function walkProperties(
  trees: NonNullable<Tree['properties']>,
  value: JsonObject,
  at: (string | number)[],
): readonly RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const name in value) {
    const [child, own] = [trees[name], value[name]];
    if (child !== undefined && own !== undefined && Object.hasOwn(trees, name))
      found.push(...below(child, own, { at, step: name }));
  }
  return found;
}

function walkItems(
  tree: Tree | undefined,
  value: readonly Json[],
  at: (string | number)[],
): readonly RuleFinding[] {
  return tree === undefined ? [] : value.flatMap((it, step) => below(tree, it, { at, step }));
}

type Step = { readonly at: (string | number)[]; readonly step: string | number };

function below(tree: Tree, value: Json, { at, step }: Step): readonly RuleFinding[] {
  at.push(step);
  const found = walk(tree, value, at);
  at.pop();
  return found;
}

/** Values of a list are refused one by one. */
const itemsOf = (notYet: NotYet | undefined): Tree | undefined =>
  typeof notYet === 'object' && 'values' in notYet ? { notYet } : undefined;

function refusal(notYet: NotYet, value: Json, at: Pointer): RuleFinding | undefined {
  if (notYet === true) {
    const message = `${quote(String(at.at(-1)))} is not supported yet; remove it`;
    return { at: [...at], part: 'key', message };
  }
  const refused = 'values' in notYet ? notYet.values.includes(value) : notYet.types.includes(typeName(value));
  if (!refused) return undefined;
  const what = isArray(value) ? 'a list' : isObject(value) ? 'an object' : JSON.stringify(value);
  return { at: [...at], part: 'value', message: `${what} as ${propertyOf(at)} is not supported yet` };
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
}

/** The property that a value belongs to, also as an item of its list. */
const propertyOf = (at: Pointer): string =>
  quote(String(at.findLast((it) => typeof it === 'string') ?? 'value'));

/** Properties that are not built for the type of a column. */
const ofType = (column: ColumnView): readonly RuleFinding[] =>
  isColumnTypeName(column.type)
    ? propertiesNotYet(column.type)
        .filter((it) => column.raw[it] !== undefined)
        .map((it) => ({
          ...keyAt(column, it),
          message: `${quote(it)} of the type ${column.type ?? ''} is not supported yet; remove it`,
        }))
    : [];

const lacksKey = (table: TableView): boolean =>
  table.name !== undefined &&
  table.columns.length > 0 &&
  table.raw.kind !== 'view' &&
  table.primaryKey.length === 0 &&
  table.columns.every((it) => !it.primaryKey);

const withoutKey = (table: TableView): RuleFinding => ({
  ...valueAt(table, 'table_name'),
  message: `${tableLabel(table)} has no primary key, which is not supported yet; set "primary_key" on a column`,
});
