import { isArray } from '../document/json.ts';
import { enumSource } from '../schema/named-enums.ts';
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
      const listed = enumSource(view, typed)?.raw.values;
      if (kind !== 'enum' || typeof written !== 'string' || !isArray(listed)) return [];
      const values = texts(listed).map((it) => it.text);
      if (values.length === 0 || values.includes(written)) return [];
      const message = `the default ${quote(written)} is not a value of ${columnLabel(column)}${didYouMean(written, values)}`;
      return [{ ...valueAt(column, 'default'), message }];
    }),
};
