import { misfit } from './literals.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, keyAt, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB308: a default that the column cannot hold. */
export const defaultType: Rule = {
  code: 'BB308',
  name: 'default-type',
  severity: 'error',
  summary: 'The default is no value of the type of its column, or stands beside a `server_default`.',
  check: (view) => [
    ...typedColumns(view).flatMap(checkDefault),
    ...view.tables
      .flatMap((it) => it.columns)
      .filter((it) => it.raw.default !== undefined && it.raw.server_default !== undefined)
      .map((it) => ({
        ...keyAt(it, 'server_default'),
        message: `${columnLabel(it)} has both "default" and "server_default"; keep one`,
        related: [{ at: [...it.at, 'default'], message: 'the other default' }],
      })),
  ],
};

function checkDefault({ table, column, typed, kind }: TypedColumn): readonly RuleFinding[] {
  const value = column.raw.default;
  if (value === undefined) return [];
  const place = valueAt(column, 'default');
  if (value === null) {
    const message = `the default of ${columnLabel(column)} is null, but the column is never NULL`;
    return isRequired(table, column) ? [{ ...place, message }] : [];
  }
  const reason = misfit(typed, kind, value);
  return reason === undefined
    ? []
    : [{ ...place, message: `the default of ${columnLabel(column)} ${reason}` }];
}
