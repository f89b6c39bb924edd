import { type ColumnView, number, type SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB303: a length that the database does not take. */
export const lengthOutOfRange: Rule = {
  code: 'BB303',
  name: 'length-out-of-range',
  severity: 'error',
  summary: 'The length of a text is below 1 or above what the database allows (10485760 on PostgreSQL).',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => {
        const length = number(it.raw.length);
        const most = longest(view, it);
        if (most === undefined || length === undefined || (length >= 1 && length <= most)) return [];
        const range =
          most === Number.POSITIVE_INFINITY ? 'at least 1' : `from 1 to ${most}; use "Text" for more`;
        return [{ ...valueAt(it, 'length'), message: `the length of ${columnLabel(it)} must be ${range}` }];
      }),
};

const LONGEST_OF_POSTGRESQL = 10_485_760;

/** Undefined for types without a length. */
function longest(view: SchemaView, { type }: ColumnView): number | undefined {
  if (type !== 'String' && type !== 'Char' && type !== 'Text' && type !== 'CIText') return undefined;
  const isLimited = view.dbType === 'postgresql' && (type === 'String' || type === 'Char');
  return isLimited ? LONGEST_OF_POSTGRESQL : Number.POSITIVE_INFINITY;
}
