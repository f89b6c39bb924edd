import type { SchemaView, TableView } from '../schema/view.ts';
import { columnLabel, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB215: names that belong to the database or to its migrations. */
export const reservedName: Rule = {
  code: 'BB215',
  name: 'reserved-name',
  severity: 'error',
  summary:
    'A name belongs to SQLite (`sqlite_…`), to Alembic (`alembic_version`) or to PostgreSQL (`xmin`, `ctid`, …).',
  check: (view) =>
    view.tables.flatMap((it) => [...tableName(it), ...indexNames(it), ...systemColumns(view, it)]),
};

function tableName(table: TableView): readonly RuleFinding[] {
  const name = table.name?.toLowerCase() ?? '';
  if (name === 'alembic_version') {
    const message = `the table ${tableLabel(table)} belongs to Alembic, which keeps the revision there; rename it`;
    return [{ ...valueAt(table, 'table_name'), message }];
  }
  if (!name.startsWith('sqlite_')) return [];
  const message = `names that start with "sqlite_" belong to SQLite; rename the table ${tableLabel(table)}`;
  return [{ ...valueAt(table, 'table_name'), message }];
}

const indexNames = (table: TableView): readonly RuleFinding[] =>
  table.indexes.flatMap((it) => {
    const { name } = it.raw;
    if (typeof name !== 'string' || !name.toLowerCase().startsWith('sqlite_')) return [];
    return [
      {
        ...valueAt(it, 'name'),
        message: `names that start with "sqlite_" belong to SQLite; rename the index ${quote(name)}`,
      },
    ];
  });

const SYSTEM_COLUMNS = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);

const systemColumns = (view: SchemaView, table: TableView): readonly RuleFinding[] =>
  view.dbType !== 'postgresql'
    ? []
    : table.columns
        .filter((it) => SYSTEM_COLUMNS.has(it.name ?? ''))
        .map((it) => ({
          ...valueAt(it, 'name'),
          message: `every table of PostgreSQL has a column of its own named ${quote(it.name ?? '')}; rename ${columnLabel(it)}`,
        }));
