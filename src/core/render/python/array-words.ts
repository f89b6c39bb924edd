import type { ArrayType, ColumnType, NativeType } from '../../model/column-type.ts';
import { pythonString } from '../literals.ts';
import { call } from './constraints.ts';
import { NATIVE_NAMES } from './native-words.ts';
import type { TypeWords } from './type-words.ts';

/** The words for an array, from those of its items; where the database lacks arrays it is JSON. */
export function arrayWords(type: ArrayType, item: TypeWords): TypeWords {
  const annotation = inLists(type, item.annotation);
  const input = inLists(type, item.input);
  if (!type.isThere) return { annotation, model: `JsonArray(${annotation})`, migration: 'sa.JSON()', input };
  const dimensions = type.dimensions === 1 ? '' : `dimensions=${type.dimensions}`;
  return {
    annotation,
    model: modelType(type, item, { annotation, dimensions }),
    migration: `sa.JSON().with_variant(postgresql.ARRAY(${call(onPostgresql(item.migration), dimensions)}), "postgresql")`,
    input,
  };
}

/** A type of items as the lists of an array of them. */
export const inLists = ({ dimensions }: ArrayType, item: string): string =>
  'list['.repeat(dimensions) + item + ']'.repeat(dimensions);

/** Types of ours that do something with values on PostgreSQL, too. */
const OWN = /^(?:UTCDateTime|UTCTime|PaddedChar|enum_type)\(/;

type Parts = { readonly annotation: string; readonly dimensions: string };

function modelType({ items, dimensions: depth }: ArrayType, item: TypeWords, parts: Parts): string {
  if (items.kind === 'native' && items.sqlType !== undefined) {
    const sqlType = pythonString(items.sqlType + '[]'.repeat(depth));
    const make = isOpaque(items) ? 'opaque_array' : 'native_array';
    return `${make}(${call(sqlType, parts.annotation, NATIVE_NAMES[items.form].canonical)})`;
  }
  const { model } = item;
  const type = model !== undefined && OWN.test(model) ? model : onPostgresql(item.migration);
  return `array_type(${call(type, parts.annotation, parts.dimensions)})`;
}

/** Whether values need have no equality, and the database may call the type by another name. */
const isOpaque = ({ form }: NativeType): boolean => form === 'xml' || form === 'custom';

/** Of a type with a variant that variant, because an array is one already. */
function onPostgresql(type: string): string {
  const variant = /\.with_variant\(((?:postgresql|sa)\..*?), "postgresql"\)/.exec(type)?.[1];
  return variant ?? type.replace(/^native\(/, 'ByName(');
}

/** The type of the items of an array that the project's database has, else the type itself. */
export const storedType = (type: ColumnType): ColumnType =>
  type.kind === 'array' && type.isThere ? type.items : type;
