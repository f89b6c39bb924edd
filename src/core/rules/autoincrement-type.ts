import { isKeyColumn } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB312: numbering of what the database cannot number. */
export const autoincrementType: Rule = {
  code: 'BB312',
  name: 'autoincrement-type',
  severity: 'error',
  summary: 'Only a primary key of a single column with whole numbers can be numbered by the database.',
  check: (view) =>
    typedColumns(view).flatMap((it) => {
      if (it.column.raw.autoincrement !== true) return [];
      const reason = reasonAgainst(it);
      if (reason === undefined) return [];
      const message = `${columnLabel(it.column)} cannot have "autoincrement": ${reason}`;
      return [{ ...valueAt(it.column, 'autoincrement'), message }];
    }),
};

function reasonAgainst({ table, column, typed, kind }: TypedColumn): string | undefined {
  if (kind !== 'integer') return `it holds no whole numbers, but the type ${typed.type ?? ''}`;
  if (!isKeyColumn(table, column)) return 'it is not the primary key, and SQLite numbers nothing else';
  if (table.primaryKey.length > 1) return 'its key has several columns, and SQLite numbers only a key of one';
  const hasDefault = column.raw.default !== undefined || column.raw.server_default !== undefined;
  return hasDefault ? 'it has a default' : undefined;
}
