import { number } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB310: a default that is longer than its column. */
export const defaultTooLong: Rule = {
  code: 'BB310',
  name: 'default-too-long',
  severity: 'error',
  summary: 'The default of a text is longer than the column.',
  check: (view) =>
    typedColumns(view).flatMap(({ column, typed, kind }) => {
      const written = column.raw.default;
      const length = number(typed.raw.length) ?? (typed.type === 'Char' ? 1 : undefined);
      if (kind !== 'text' || typed.type === 'Text' || typeof written !== 'string' || length === undefined)
        return [];
      const count = [...written].length;
      if (count <= length || length < 1) return [];
      const message = `the default of ${columnLabel(column)} has ${count} characters; the column holds ${length}`;
      return [{ ...valueAt(column, 'default'), message }];
    }),
};
