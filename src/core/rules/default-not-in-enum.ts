import { isArray } from '../document/json.ts';
import { enumSource } from '../schema/named-enums.ts';
import { type ColumnView, type SchemaView, texts } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { defaultLeaves, type Leaf } from './default-leaves.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB309: a default that is none of the values. */
export const defaultNotInEnum: Rule = {
  code: 'BB309',
  name: 'default-not-in-enum',
  severity: 'error',
  summary: 'The default of an enum is not one of its values.',
  check: (view) =>
    typedColumns(view).flatMap((it) =>
      it.column.raw.default === undefined
        ? []
        : defaultLeaves(it, it.column.raw.default).flatMap((leaf) => checkLeaf(view, it.column, leaf)),
    ),
};

function checkLeaf(
  view: SchemaView,
  column: ColumnView,
  { typed, kind, value, path }: Leaf,
): readonly RuleFinding[] {
  const listed = enumSource(view, typed)?.raw.values;
  if (kind !== 'enum' || typeof value !== 'string' || !isArray(listed)) return [];
  const values = texts(listed).map((it) => it.text);
  if (values.length === 0 || values.includes(value)) return [];
  const message = `the default ${quote(value)} is not a value of ${columnLabel(column)}${didYouMean(value, values)}`;
  return [{ ...valueAt(column, 'default', ...path), message }];
}
