import { type ColumnView, number } from '../schema/view.ts';
import { defaultLeaves, type Leaf } from './default-leaves.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB310: a default that is longer than its column. */
export const defaultTooLong: Rule = {
  code: 'BB310',
  name: 'default-too-long',
  severity: 'error',
  summary: 'The default of a text is longer than the column.',
  check: (view) =>
    typedColumns(view).flatMap((it) =>
      it.column.raw.default === undefined
        ? []
        : defaultLeaves(it, it.column.raw.default).flatMap((leaf) => checkLeaf(it.column, leaf)),
    ),
};

function checkLeaf(column: ColumnView, { typed, value, path }: Leaf): readonly RuleFinding[] {
  const isBounded = typed.type === 'String' || typed.type === 'Char';
  const length = number(typed.raw.length) ?? (typed.type === 'Char' ? 1 : undefined);
  if (!isBounded || typeof value !== 'string' || length === undefined) return [];
  const count = [...value].length;
  if (count <= length || length < 1) return [];
  const message = `the default of ${columnLabel(column)} has ${count} characters; the column holds ${length}`;
  return [{ ...valueAt(column, 'default', ...path), message }];
}
