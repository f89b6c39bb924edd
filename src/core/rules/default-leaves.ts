import { isArray, type Json } from '../document/json.ts';
import { kindOfType, type ValueKind } from '../schema/column-types.ts';
import { type ColumnView, number } from '../schema/view.ts';
import type { TypedColumn } from './typed-columns.ts';

/** A value of a default that is no list of the array: the default itself, or an item. */
export type Leaf = {
  /** What has its type: the column, or the items of the array. */
  readonly typed: ColumnView;
  readonly kind: ValueKind;
  readonly value: Json;
  /** Where it lies in the lists of the array. */
  readonly path: readonly number[];
};

/** The values of a default of a column; of lists that are not nested as they should be those that lie deep enough. */
export function defaultLeaves({ typed, kind }: TypedColumn, value: Json): readonly Leaf[] {
  if (kind !== 'array') return [{ typed, kind, value, path: [] }];
  const { items } = typed;
  const itemKind = kindOfType(items?.type);
  if (items === undefined || itemKind === undefined) return [];
  return flatten(value, number(typed.raw.dimensions) ?? 1, []).map((it) => ({
    typed: items,
    kind: itemKind,
    ...it,
  }));
}

function flatten(
  value: Json,
  depth: number,
  path: readonly number[],
): readonly Pick<Leaf, 'value' | 'path'>[] {
  if (depth < 1) return [{ value, path }];
  return isArray(value) ? value.flatMap((it, i) => flatten(it, depth - 1, [...path, i])) : [];
}
