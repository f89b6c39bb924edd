import { isArray } from '../document/json.ts';
import { texts } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB309: a default that is none of the values. */
export const defaultNotInEnum: Rule = {
  code: 'BB309',
  name: 'default-not-in-enum',
  severity: 'error',
  summary: 'The default of an enum is not one of its values.',
  check: (view) =>
    typedColumns(view).flatMap(({ column, typed, kind }) => {
      const written = column.raw.default;
      if (kind !== 'enum' || typeof written !== 'string' || !isArray(typed.raw.values)) return [];
      const values = texts(typed.raw.values).map((it) => it.text);
      if (values.length === 0 || values.includes(written)) return [];
      const message = `the default ${quote(written)} is not a value of ${columnLabel(column)}${didYouMean(written, values)}`;
      return [{ ...valueAt(column, 'default'), message }];
    }),
};
