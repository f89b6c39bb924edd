import type { ArrayType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';

/** The items of an array like a required column of their type, for what is said of one value. */
export const itemColumn = (column: Column, { items, checks }: ArrayType): Column => ({
  ...column,
  type: items,
  checks,
  nullable: false,
  primaryKey: false,
  default: undefined,
  serverDefault: undefined,
  generated: undefined,
  foreignKeys: [],
});

/** A Python literal of an array with one item, or of an empty one where no item is known. */
export const nested = ({ dimensions }: ArrayType, item: string): string =>
  item === '' ? '[]' : '['.repeat(dimensions) + item + ']'.repeat(dimensions);
