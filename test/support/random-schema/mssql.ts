import { type Part, present } from './choose.ts';

/** Types that SQL Server has nothing for. */
const MISSING: ReadonlySet<unknown> = new Set(['TSVector', 'Interval']);

/** Types that no index takes. */
const LONG: ReadonlySet<unknown> = new Set(['Text', 'CIText', 'LTree']);

/** A random schema without what SQL Server refuses at first sight, so that most of those for it are valid. */
export function fitForMssql(schema: Part): Part {
  const tables = (schema.schema as readonly Part[]).map(fitTable);
  const referenced = new Set(tables.flatMap(targetsOf));
  return {
    ...schema,
    schema: tables.map((table) => ({
      ...table,
      columns: columnsOf(table).map((it) =>
        referenced.has(`${fullName(table)}.${String(it.name)}`) ? { ...it, nullable: false } : it,
      ),
    })),
  };
}

const columnsOf = (table: Part): readonly Part[] => table.columns as readonly Part[];

const partsOf = (table: Part, property: 'constraints' | 'indexes'): readonly Part[] =>
  (table[property] ?? []) as readonly Part[];

const fullName = ({ namespace, table_name }: Part): string =>
  namespace === undefined ? String(table_name) : `${String(namespace)}.${String(table_name)}`;

/** Every column that a key of a table leads to. */
const targetsOf = (table: Part): readonly string[] => [
  ...columnsOf(table).flatMap((it) => (it.target === undefined ? [] : [String(it.target)])),
  ...partsOf(table, 'constraints').flatMap((it) =>
    ((it.target_columns ?? []) as readonly unknown[]).map(
      (name) => `${String(it.target_table)}.${String(name)}`,
    ),
  ),
];

function fitTable(table: Part): Part {
  const indexes = partsOf(table, 'indexes').filter((it) => isIndexable(table, it));
  const listed = new Set([...partsOf(table, 'constraints'), ...indexes].flatMap((it) => namesIn(it.columns)));
  return present({
    ...table,
    columns: columnsOf(table).map((it) => ({
      ...fitColumn(it, listed.has(it.name)),
      // A cascade to the table itself is a circle.
      ...(String(it.target).startsWith(`${fullName(table)}.`) ? { on_delete: 'NO ACTION' } : {}),
    })),
    indexes: indexes.length > 0 ? indexes : undefined,
  });
}

const namesIn = (columns: unknown): readonly unknown[] =>
  ((columns ?? []) as readonly unknown[]).map((it) => (typeof it === 'string' ? it : (it as Part).name));

/** Not over expressions or bytes, nor unique or partial where a column is generated. */
function isIndexable(table: Part, index: Part): boolean {
  const hasGenerated = columnsOf(table).some((it) => it.generated !== undefined);
  const isPartial = index.where !== undefined || index.unique === true;
  const names = namesIn(index.columns);
  const hasBytes = columnsOf(table).some((it) => it.type === 'LargeBinary' && names.includes(it.name));
  return !names.includes(undefined) && !hasBytes && !(hasGenerated && isPartial);
}

function fitColumn(column: Part, isListed: boolean): Part {
  const { type, default: literal, server_default, ...others } = column;
  if (MISSING.has(type)) return present({ ...others, type: 'Integer', visibility: undefined });
  const isIndexed =
    isListed || ['primary_key', 'unique', 'index', 'target'].some((it) => column[it] !== undefined);
  const isLong = LONG.has(type) || (type === 'String' && column.length === undefined);
  if (isLong && isIndexed) return { ...column, type: 'String', length: 400 };
  if (type === 'Numeric' && column.precision === undefined) return { ...column, precision: 30, scale: 8 };
  return column.generated === undefined ? column : present({ ...column, unique: undefined });
}
