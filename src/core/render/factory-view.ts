import { isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { can } from './domain-view.ts';
import { pythonString } from './literals.ts';
import { defaultOf } from './python/defaults.ts';
import { sampleValue } from './python/sample-values.ts';
import type { TemplateView } from './strict-mustache.ts';

/** A column that a factory gives a value, and the expression of the value in the `n`-th row. */
export type FactoryValue = { readonly column: Column; readonly expression: string };

/** What the template of a table's factory mentions. */
export function factoryView(table: Table, model: Model): TemplateView {
  const values = factoryValues(table, model);
  const root = rootView(table, values);
  const aliases = values
    .map((it) => it.column)
    .filter((it) => it.attribute !== it.name)
    .map((it) => `${pythonString(it.attribute)}: ${pythonString(it.name)}`);
  const expressions = [...values.map((it) => it.expression), root?.rootKey ?? '', root?.rootArguments ?? ''];
  return {
    usesSerial: expressions.some(usesSerial),
    values: values.map((it) => `${pythonString(it.column.attribute)}: ${it.expression}`),
    root: root ?? false,
    hasBody: table.api !== undefined && can(table.api, 'create', 'bulk_create'),
    hasAliases: aliases.length > 0,
    aliases: aliases.join(', '),
    parentImports: factoryImports(values.flatMap((it) => parentOf(it.column, table, model) ?? [])),
  };
}

/** Whether an expression has the number of the row; the word also ends some strings, which is harmless. */
const usesSerial = (expression: string): boolean => /\bn\b/.test(expression);

/** The columns that a factory sets: all that need a value, and the others where one is known that is accepted. */
export function factoryValues(table: Table, model: Model): readonly FactoryValue[] {
  return table.columns.filter(isSet).flatMap((column) => {
    const expression = expressionOf(column, table, model);
    return expression === undefined ? [] : [{ column, expression }];
  });
}

/** The columns of `factoryValues`, which do not depend on other tables. */
export const factoryColumns = (table: Table): readonly Column[] =>
  table.columns
    .filter(isSet)
    .filter((it) => it.foreignKey !== undefined || (sampleValue(it) ?? withoutSample(it)) !== undefined);

function isSet(column: Column): boolean {
  if (column.autoincrement || column.origin !== 'schema') return false;
  const words = defaultOf(column);
  if (column.foreignKey !== undefined && column.nullable) return false;
  if (column.serverDefault !== undefined && words?.python !== undefined) return false;
  return isWritable(column) || (!column.nullable && words === undefined);
}

function expressionOf(column: Column, table: Table, model: Model): string | undefined {
  const { foreignKey } = column;
  if (foreignKey === undefined) return sampleValue(column) ?? withoutSample(column);
  if (foreignKey.targetTable === table.name) return 'root';
  const parent = parentOf(column, table, model);
  const target = parent?.columns.find((it) => it.name === foreignKey.targetColumns[0]);
  return `(await ${factoryName(parent?.module ?? '')}.create(session)).${target?.attribute ?? ''}`;
}

/** A value the API may refuse, for a column that cannot be left out. */
const withoutSample = (column: Column): string | undefined =>
  column.nullable || defaultOf(column) !== undefined ? undefined : 'f"text {n}"';

function parentOf({ foreignKey }: Column, table: Table, model: Model): Table | undefined {
  return foreignKey === undefined || foreignKey.targetTable === table.name
    ? undefined
    : model.tables.find((it) => it.name === foreignKey.targetTable);
}

/** Names that test modules and factories use themselves. */
const TAKEN = new Set(
  (
    'factory models sa dt pytest itertools session client statements row body response create values serial changes ' +
    'root json names n referring again found value first second read created secrets quote httpx'
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
  const own = values.filter((it) => it.column.foreignKey?.targetTable === table.name);
  const [first] = own;
  if (first === undefined) return undefined;
  const base = table.columns.find((it) => it.name === first.column.foreignKey?.targetColumns[0]);
  const others = values.filter((it) => !own.includes(it) && it.column !== base);
  return {
    rootKey: base === undefined || base.autoincrement ? lastNumbers(base) : (sampleValue(base) ?? 'n'),
    rootArguments: [
      ...others.map((it) => `${it.column.attribute}=${it.expression}`),
      ...own.map((it) => `${it.column.attribute}=root`),
      `${base?.attribute ?? ''}=root`,
    ].join(', '),
  };
}
