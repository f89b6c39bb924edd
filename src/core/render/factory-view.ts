import { isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { isReference } from '../model/references.ts';
import { isSet, sampleOf } from './checks/checked-samples.ts';
import { can } from './domain-view.ts';
import { pythonString } from './literals.ts';
import { isGiven, isLinked, type Parent, parentsOf, requiredKeys } from './parents.ts';
import { defaultOf } from './python/defaults.ts';
import type { TemplateView } from './strict-mustache.ts';

/** A column that a factory gives a value, and the expression of the value in the `n`-th row. */
export type FactoryValue = { readonly column: Column; readonly expression: string };

/** What the template of a table's factory mentions. */
export function factoryView(table: Table, model: Model): TemplateView {
  const values = factoryValues(table, model);
  const parents = parentsOf(table, model);
  const linked = isLinked(parents);
  const own = values.filter((it) => !linked || !isGiven(it.column, table));
  const root = rootView(table, values);
  const aliases = values
    .map((it) => it.column)
    .filter((it) => it.attribute !== it.name)
    .map((it) => `${pythonString(it.attribute)}: ${pythonString(it.name)}`);
  const expressions = [...values.map((it) => it.expression), root?.rootKey ?? '', root?.rootArguments ?? ''];
  return {
    usesSerial: expressions.some(usesSerial),
    isLinked: linked,
    keys: linked ? parents.map(keyView) : [],
    usesRefer: linked && parents.some((it) => !it.isDetermined),
    usesEnsure: linked && parents.some((it) => it.isDetermined),
    hasValues: own.length > 0 || !linked,
    values: own.map((it) => `${pythonString(it.column.attribute)}: ${it.expression}`),
    root: root ?? false,
    hasBody: table.api !== undefined && can(table.api, 'create', 'bulk_create'),
    hasAliases: aliases.length > 0,
    aliases: aliases.join(', '),
    parentImports: factoryImports(parents.map((it) => it.table)),
  };
}

/** How a row gets a key whose columns other keys share. */
function keyView({ table, pairs, isDetermined }: Parent): string {
  const names = pairs.map(({ own, target }) => `${target.attribute}=${pythonString(own.attribute)}`);
  const create = `${factoryName(table.module)}.create`;
  return isDetermined
    ? `await ensure(${['session', 'given', `models.${table.className}`, create, ...names].join(', ')})`
    : `await refer(${['session', 'given', create, ...names].join(', ')})`;
}

/** Whether an expression has the number of the row; the word also ends some strings, which is harmless. */
const usesSerial = (expression: string): boolean => /\bn\b/.test(expression);

/** The columns that a factory sets: all that need a value, and the others where one is known that is accepted. */
export function factoryValues(table: Table, model: Model): readonly FactoryValue[] {
  return table.columns
    .filter((it) => isSet(it, table) || isLeftEmpty(it, table))
    .flatMap((column) => {
      const expression = expressionOf(column, table, model);
      return expression === undefined ? [] : [{ column, expression }];
    });
}

/** The columns of `factoryValues`, which do not depend on other tables. */
export const factoryColumns = (table: Table): readonly Column[] =>
  table.columns
    .filter((it) => isSet(it, table))
    .filter((it) => isGiven(it, table) || (sampleOf(it, table)?.text ?? withoutSample(it)) !== undefined);

/** Whether a column would refer by its default to a row that nobody made. */
const isLeftEmpty = (column: Column, table: Table): boolean =>
  isReference(column) &&
  column.nullable &&
  isWritable(column) &&
  defaultOf(column) !== undefined &&
  !isGiven(column, table);

function expressionOf(column: Column, table: Table, model: Model): string | undefined {
  if (isLeftEmpty(column, table)) return 'None';
  if (!isGiven(column, table)) return sampleOf(column, table)?.text ?? withoutSample(column);
  const parents = parentsOf(table, model);
  const parent = parents.find((it) => it.pairs.some(({ own }) => own === column));
  const target = parent?.pairs.find(({ own }) => own === column)?.target;
  if (parent === undefined || target === undefined) return 'root';
  return `(await ${factoryName(parent.table.module)}.create(session)).${target.attribute}`;
}

/** A value the API may refuse, for a column that cannot be left out. */
const withoutSample = (column: Column): string | undefined =>
  column.nullable || defaultOf(column) !== undefined ? undefined : 'f"text {n}"';

/** Names that test modules and factories use themselves. */
const TAKEN = new Set(
  (
    'factory models sa dt pytest itertools session client statements row body response create values serial changes ' +
    'root json names n referring again found value first second read created secrets quote httpx ' +
    'live_client live_session deletes race others other hidden keys bodies inserts'
  ).split(' '),
);

/** The name under which a module knows the factory of a table. */
export const factoryName = (module: string): string => (TAKEN.has(module) ? `${module}_factory` : module);

/** The imports of the factories of some tables. */
export function factoryImports(tables: readonly Table[]): readonly string[] {
  const imports = tables.map(({ module }) => {
    const name = factoryName(module);
    return `from tests.factories import ${module}${name === module ? '' : ` as ${name}`}`;
  });
  return [...new Set(imports)];
}

type Root = { readonly rootKey: string; readonly rootArguments: string };

/** Numbers at the far end of those that the database gives out itself. */
const lastNumbers = (column: Column | undefined): string =>
  column?.type.kind === 'integer' && column.type.bits === 16 ? '32_000 - n' : '1_000_000_000 - n';

/** A row that refers to itself, for a table whose rows must refer to another row of the table. */
function rootView(table: Table, values: readonly FactoryValue[]): Root | undefined {
  const keys = requiredKeys(table).filter((it) => it.targetTable === table.name && it.columns.length === 1);
  const own = values.filter((it) => keys.some((key) => key.columns[0] === it.column.name));
  if (own.length === 0) return undefined;
  const base = table.columns.find((it) => it.name === keys[0]?.targetColumns[0]);
  const others = values.filter((it) => !own.includes(it) && it.column !== base);
  return {
    rootKey:
      base === undefined || base.autoincrement ? lastNumbers(base) : (sampleOf(base, table)?.text ?? 'n'),
    rootArguments: [
      ...others.map((it) => `${it.column.attribute}=${it.expression}`),
      ...own.map((it) => `${it.column.attribute}=root`),
      `${base?.attribute ?? ''}=root`,
    ].join(', '),
  };
}
