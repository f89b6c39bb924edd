import { isArray } from '../document/json.ts';
import { type ColumnView, number, type SchemaView } from '../schema/view.ts';
import { indexBytes, isLob } from './stored-size.ts';

/** Bytes of a column in a row: as declared, and those that stay in the page of the row whatever the value is. */
export type RowBytes = { readonly declared: number; readonly inPage: number };

/** A length and a pointer, which the row of InnoDB has of a value that lies elsewhere. */
const ELSEWHERE = 22;

/** Bytes of the longest VARCHAR. */
const LONGEST = 65_535;

/** LONGTEXT and LONGBLOB: a length of four bytes and a pointer. */
const LOB: RowBytes = { declared: 12, inPage: 21 };

/** Types that have one size; `columns` of others are texts or numbers with digits. */
const FIXED: Readonly<Record<string, number>> = {
  Integer: 4,
  BigInteger: 8,
  SmallInteger: 2,
  Boolean: 1,
  Date: 3,
  DateTime: 8,
  Time: 6,
  Float: 8,
  Double: 8,
  Real: 8,
};

/**
 * What a column of MySQL and MariaDB takes with InnoDB's row format DYNAMIC; `column` is the one that the type comes
 * from. Sizes of types are those of MySQL's manual, "Data Type Storage Requirements"; the rest is as MariaDB 10.11 counts.
 */
export function rowBytes(view: SchemaView, column: ColumnView): RowBytes {
  const { type = '', raw } = column;
  if (isLob(view, column)) return LOB;
  const fixed = FIXED[type] ?? sized(column);
  if (fixed !== undefined) return { declared: fixed, inPage: fixed };
  // The hash of a password has its own length.
  const isHash = raw.format === 'password';
  const bytes = isHash ? Math.max(indexBytes(view, column), 255 * 4) : indexBytes(view, column);
  // A length that no column takes is reported for itself (BB303).
  if (bytes > LONGEST) return LOB;
  const declared = type === 'Char' || type === 'UUID' ? bytes : bytes + (bytes > 255 ? 2 : 1);
  return { declared, inPage: bytes > 255 ? ELSEWHERE : bytes + 1 };
}

function sized({ type, raw }: ColumnView): number | undefined {
  if (type === 'Enum') return isArray(raw.values) && raw.values.length > 255 ? 2 : 1;
  if (type !== 'Numeric') return undefined;
  const scale = number(raw.scale) ?? 0;
  return digitBytes((number(raw.precision) ?? 10) - scale) + digitBytes(scale);
}

/** Nine digits are kept in four bytes. */
const digitBytes = (digits: number): number => Math.floor(digits / 9) * 4 + Math.ceil((digits % 9) / 2);
