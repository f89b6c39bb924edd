import { isForeignKeyColumn } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB314: a number of a composite key that nobody makes. */
export const compositeIntKey: Rule = {
  code: 'BB314',
  name: 'composite-int-key',
  severity: 'warning',
  summary: 'A whole number in a composite key is not numbered by the database; the client has to send it.',
  check: (view) =>
    typedColumns(view)
      .filter(
        ({ table, column, kind }) =>
          kind === 'integer' &&
          table.primaryKey.length > 1 &&
          table.primaryKey.includes(column.name ?? '') &&
          !isForeignKeyColumn(table, column) &&
          column.raw.autoincrement === undefined &&
          column.raw.default === undefined &&
          column.raw.server_default === undefined,
      )
      .map(({ column }) => ({
        ...valueAt(column, 'name'),
        message: `${columnLabel(column)} is part of a composite key and is not numbered by the database; clients send it, or give it a default`,
      })),
};
