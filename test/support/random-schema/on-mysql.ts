import { kindOfType } from '../../../src/core/schema/column-types.ts';
import { type Part, present } from './choose.ts';

/** The tables of a schema as MySQL can have them: no options that it lacks, lengths and precisions written. */
export const onMysql = (tables: readonly Part[]): readonly Part[] =>
  tables.map((table) => {
    const constraints = (table.constraints as readonly Part[] | undefined)?.map(withoutOptions);
    const indexes = (table.indexes as readonly Part[] | undefined)?.flatMap(plainIndex);
    const named = JSON.stringify([constraints, indexes]);
    const columns = (table.columns as readonly Part[]).map((it) => fitted(withoutOptions(it), named));
    return present({
      ...table,
      constraints,
      indexes: indexes === undefined || indexes.length === 0 ? undefined : indexes,
      columns,
    });
  });

/** Without what no key and no number of MySQL has. */
function withoutOptions(part: Part): Part {
  const { on_delete, on_update } = part;
  const known = (action: unknown): unknown => (action === 'SET DEFAULT' ? undefined : action);
  return present({
    ...part,
    deferrable: undefined,
    identity: undefined,
    sequence: undefined,
    collation: undefined,
    on_delete: known(on_delete),
    on_update: known(on_update),
  });
}

/** An index of columns alone, which may be descending. */
function plainIndex({ columns, unique, name }: Part): readonly Part[] {
  const elements = (columns as readonly unknown[]).map((it) =>
    typeof it === 'string' ? it : present({ ...(it as Part), nulls: undefined, opclass: undefined }),
  );
  const isPlain = elements.every((it) => typeof it === 'string' || it.name !== undefined);
  return isPlain ? [present({ columns: elements, unique, name })] : [];
}

/** Types that MySQL indexes by a part of their values alone. */
const ENDLESS: ReadonlySet<unknown> = new Set(['Text', 'LargeBinary', 'Array']);

/** A column with a length or precision; a text without a limit is none where the table names it. */
function fitted(column: Part, named: string): Part {
  const { name, type, nullable, primary_key, unique, index } = column;
  const isKey = [primary_key, unique, index].includes(true) || named.includes(JSON.stringify(name));
  const isText = type === 'Text' || type === 'String' || type === 'CIText';
  if (type === 'Interval' || kindOfType(String(type)) === 'native' || (isKey && ENDLESS.has(type))) {
    return present({ name, type: 'String', length: 60, nullable, primary_key, unique, index });
  }
  if (type === 'Numeric' && column.precision === undefined) return { ...column, precision: 30, scale: 10 };
  return isText && type !== 'Text' && column.length === undefined ? { ...column, length: 90 } : column;
}
