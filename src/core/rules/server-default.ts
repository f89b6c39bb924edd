import type { ValueKind } from '../schema/column-types.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { text } from '../schema/view.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB324: a default of the database that does not fit the column, or that is not one SQL expression. */
export const serverDefault: Rule = {
  code: 'BB324',
  name: 'server-default',
  severity: 'error',
  summary: 'The `server_default` does not fit the type of its column, or is not one balanced SQL expression.',
  check: (view) => typedColumns(view).flatMap(checkColumn),
};

/** The kinds of column that can hold the value of each word. */
const KINDS: Readonly<Record<string, readonly ValueKind[]>> = {
  now: ['datetime', 'date', 'time'],
  today: ['date'],
  uuid: ['uuid'],
  true: ['boolean'],
  false: ['boolean'],
};

function checkColumn({ table, column, typed, kind }: TypedColumn): readonly RuleFinding[] {
  const written = text(column.raw.server_default);
  if (written === undefined) return [];
  const place = valueAt(column, 'server_default');
  if (written === 'null') {
    const message = `the server default of ${columnLabel(column)} is NULL, but the column is never NULL`;
    return isRequired(table, column) ? [{ ...place, message }] : [];
  }
  const kinds = Object.hasOwn(KINDS, written) ? KINDS[written] : undefined;
  if (kinds !== undefined) {
    const message = `the server default ${quote(written)} is no value of ${columnLabel(column)}, which is of the type ${typed.type ?? ''}`;
    return kinds.includes(kind) ? [] : [{ ...place, message }];
  }
  const fault = sqlFault(written);
  return fault === undefined ? [] : [{ ...place, message: `the SQL of ${columnLabel(column)} ${fault}` }];
}
