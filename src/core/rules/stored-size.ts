import { dialectOf } from '../schema/dialects.ts';
import { type ColumnView, number, type SchemaView } from '../schema/view.ts';

/** Types that databases keep as TEXT, BLOB or JSON where they have no types of their own for them. */
const LOBS: ReadonlySet<string> = new Set([
  ...['Text', 'CIText', 'JSON', 'JSONB', 'XML', 'LTree', 'LargeBinary', 'Array', 'HStore'],
]);

/** Whether values of a column are kept as TEXT, BLOB or JSON; `column` is the one that the type comes from. */
export function isLob(view: SchemaView, { type, raw }: ColumnView): boolean {
  const hasLength = number(raw.length) !== undefined;
  if (type === 'String') return !hasLength && view.dbType === 'mssql';
  if (type === 'Bit') return !hasLength && raw.varying === true;
  return LOBS.has(type ?? '') || (type === 'Range' && raw.subtype === 'Numeric');
}

/** Bytes of a value in an index, for the types whose values are short. */
const BYTES: Readonly<Record<string, number>> = {
  Integer: 4,
  BigInteger: 8,
  SmallInteger: 2,
  Boolean: 1,
  Enum: 2,
};

/** Characters of the text that stands in for types which only PostgreSQL has. */
const CHARACTERS: Readonly<Record<string, number>> = { INET: 43, CIDR: 43, MACADDR: 17, Range: 60 };

/** The most bytes that a value takes in an index; numbers and moments count as eight, which is enough to tell. */
export function indexBytes(view: SchemaView, { type = '', raw }: ColumnView): number {
  const { bytesPerCharacter } = dialectOf(view).text;
  if (type === 'UUID') return view.dbType === 'mssql' ? 16 : 32 * bytesPerCharacter;
  if (type === 'String' || type === 'Char' || type === 'Bit')
    return (number(raw.length) ?? 1) * bytesPerCharacter;
  const characters = CHARACTERS[type];
  return characters === undefined ? (BYTES[type] ?? 8) : characters * bytesPerCharacter;
}
