import { type ColumnView, number, type SchemaView, text } from '../schema/view.ts';
import type { NativeType } from './column-type.ts';

type Form = Pick<NativeType, 'form'> & Partial<Pick<NativeType, 'sqlType' | 'length' | 'fixed'>>;

/** The column types that are text in Python. Lengths are those of the longest text that the API writes. */
const FORMS: Readonly<Record<string, (column: ColumnView) => Form>> = {
  INET: () => ({ form: 'inet', length: 43 }),
  CIDR: () => ({ form: 'cidr', length: 43 }),
  MACADDR: () => ({ form: 'macaddr', length: 17 }),
  TSVector: () => ({ form: 'tsvector' }),
  XML: () => ({ form: 'xml' }),
  LTree: () => ({ form: 'ltree' }),
  Bit: bit,
  Range: ({ raw }) => ({
    form: rangeForm(text(raw.subtype), raw.timezone === true),
    length: raw.subtype === 'Numeric' ? undefined : 60,
  }),
  Custom: ({ raw }) => ({ form: 'custom', sqlType: text(raw.sql_type) ?? 'text' }),
};

/** One bit where no length is written, but any number of varying ones, as in SQL. */
function bit({ raw }: ColumnView): Form {
  const written = number(raw.length);
  const fixed = raw.varying !== true;
  const length = written ?? (fixed ? 1 : undefined);
  const name = fixed ? 'bit' : 'bit varying';
  return { form: 'bit', sqlType: length === undefined ? name : `${name}(${length})`, length, fixed };
}

/** The range type of PostgreSQL over a column type. */
function rangeForm(subtype: string | undefined, timezone: boolean): NativeType['form'] {
  switch (subtype) {
    case 'BigInteger':
      return 'int8range';
    case 'Numeric':
      return 'numrange';
    case 'Date':
      return 'daterange';
    case 'DateTime':
      return timezone ? 'tstzrange' : 'tsrange';
    default:
      return 'int4range';
  }
}

/** The type of a column that is text in Python; undefined for other columns. */
export function nativeType(column: ColumnView, { dbType }: SchemaView): NativeType | undefined {
  const made = FORMS[column.type ?? '']?.(column);
  if (made === undefined) return undefined;
  const isThere = made.form === 'custom' || dbType === 'postgresql';
  return {
    kind: 'native',
    length: undefined,
    fixed: false,
    ...made,
    sqlType: isThere ? (made.sqlType ?? made.form) : undefined,
  };
}
