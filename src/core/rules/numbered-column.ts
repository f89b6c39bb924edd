import { dialectOf } from '../schema/dialects.ts';
import { isIdentity } from '../schema/sequences.ts';
import type { ColumnView, SchemaView, TableView } from '../schema/view.ts';
import { isForeignKeyColumn, isKeyColumn } from './nullability.ts';
import { columnLabel, keyAt, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB332: an identity column, or one with a sequence, that its database lacks or that contradicts itself. */
export const numberedColumn: Rule = {
  code: 'BB332',
  name: 'numbered-column',
  severity: 'error',
  summary:
    'The database has no such identity column or no sequences (a warning on SQLite, where the application gives the numbers), or a numbered column has another default, too; an identity column is never NULL, and nobody can write one that is `always` numbered.',
  check: (view) =>
    typedColumns(view)
      .filter(({ kind, column }) => kind === 'integer' && column.type !== 'ForeignKey')
      .flatMap(({ table, column }) => [
        ...(isIdentity(column) ? ofIdentity(view, table, column) : []),
        ...(column.raw.sequence === undefined ? [] : ofSequence(view, column)),
      ]),
};

function ofIdentity(view: SchemaView, table: TableView, column: ColumnView): readonly RuleFinding[] {
  const reason = reasonAgainst(view, table, column);
  return [
    ...(reason === undefined ? [] : [lacks(view, column, ['identity', reason])]),
    ...besides(column, 'identity', ['default', 'server_default', 'sequence']),
    ...contradictions(table, column),
  ];
}

function reasonAgainst(view: SchemaView, table: TableView, column: ColumnView): string | undefined {
  const { identity, sequences, label } = dialectOf(view);
  const form = column.raw.identity;
  if (form === 'always' && !identity.has(form)) return `${label} takes any number that is written`;
  const isSingle = isKeyColumn(table, column) && table.primaryKey.length === 1;
  return sequences || isSingle ? undefined : `${label} numbers only a key of one column`;
}

/** On SQLite the application gives the numbers. */
function lacks(
  view: SchemaView,
  column: ColumnView,
  [property, reason]: readonly [string, string],
): RuleFinding {
  const place = valueAt(column, property);
  if (view.dbType !== 'sqlite')
    return { ...place, message: `${columnLabel(column)} cannot be so: ${reason}` };
  const message = `${reason}; ${columnLabel(column)} gets its numbers from the application`;
  return { ...place, severity: 'warning', message };
}

function contradictions(table: TableView, column: ColumnView): readonly RuleFinding[] {
  const { raw } = column;
  const label = columnLabel(column);
  const isWritten = raw.visibility === 'read_write' || raw.visibility === 'write_only';
  return [
    ...(raw.autoincrement === false
      ? [
          {
            ...valueAt(column, 'autoincrement'),
            message: `${label} is an identity column, so it is numbered`,
          },
        ]
      : []),
    ...(raw.nullable === true && !isKeyColumn(table, column)
      ? [{ ...valueAt(column, 'nullable'), message: `${label} is an identity column, which is never NULL` }]
      : []),
    ...(raw.identity === 'always' && isWritten
      ? [{ ...valueAt(column, 'visibility'), message: `${label} is always numbered, so nobody can write it` }]
      : []),
    ...(raw.identity === 'always' && isForeignKeyColumn(table, column)
      ? [
          {
            ...valueAt(column, 'identity'),
            message: `${label} is always numbered, so it cannot say which row it references`,
          },
        ]
      : []),
  ];
}

function ofSequence(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const { sequences, label } = dialectOf(view);
  return [
    ...(sequences ? [] : [lacks(view, column, ['sequence', `${label} has no sequences`])]),
    ...besides(column, 'sequence', ['default', 'server_default']),
    ...(column.raw.autoincrement === true
      ? [{ ...keyAt(column, 'autoincrement'), message: both(column, 'sequence', 'autoincrement') }]
      : []),
  ];
}

const besides = (column: ColumnView, own: string, others: readonly string[]): readonly RuleFinding[] =>
  others
    .filter((it) => column.raw[it] !== undefined)
    .map((it) => ({ ...keyAt(column, it), message: both(column, own, it) }));

const both = (column: ColumnView, own: string, other: string): string =>
  `${columnLabel(column)} has both ${quote(own)} and ${quote(other)}; keep one`;
