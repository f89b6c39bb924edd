import { isObject } from '../document/json.ts';
import { dialectOf } from '../schema/dialects.ts';
import { readSql } from '../schema/sql-expression.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { columnsIn, sqlTokens, unknownColumns } from '../schema/sql-tokens.ts';
import { type ColumnView, type SchemaView, type TableView, text } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { generatedOnMssql } from './mssql-generated.ts';
import { isKeyColumn, isRequired } from './nullability.ts';
import { columnLabel, columnNames, keyAt, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { whyUnquoted } from './sql-over-columns.ts';

/** BB331: a generated column that its database refuses, or that contradicts itself. */
export const generatedColumn: Rule = {
  code: 'BB331',
  name: 'generated-column',
  severity: 'error',
  summary:
    'A generated column is not computed from one SQL expression over other columns of its row that never changes by itself, or has what only a written column can have: a default, a numbering, a place in the primary key, a writable `visibility`.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.columns
        .filter((it) => isObject(it.raw.generated))
        .flatMap((it) => [
          ...ofExpression(view, table, it),
          ...ofKind(view, it),
          ...contradictions(table, it),
          ...(view.dbType === 'mssql' ? generatedOnMssql(table, it) : []),
        ]),
    ),
};

const expressionOf = ({ raw }: ColumnView): string | undefined =>
  isObject(raw.generated) ? text(raw.generated.expression) : undefined;

function ofExpression(view: SchemaView, table: TableView, column: ColumnView): readonly RuleFinding[] {
  const sql = expressionOf(column);
  if (sql === undefined) return [];
  const place = valueAt(column, 'generated', 'expression');
  const fault = sqlFault(sql);
  if (fault !== undefined)
    return [{ ...place, message: `the expression of ${columnLabel(column)} ${fault}` }];
  const known = columnNames(table);
  return [
    ...unknownColumns(sql, known).map((it) => whyUnknown(table, it, known)),
    ...whyUnquoted(view, table, { part: `the expression of ${columnLabel(column)}`, sql }),
    ...momentary(sql),
    ...ofOthers(view, table, column),
    ...notReadOnSqlite(view, table, column),
  ].map((message) => ({ ...place, message }));
}

function whyUnknown(table: TableView, name: string, known: readonly string[]): string {
  if (/^select$/i.test(name)) return 'a generated column cannot be computed by a subquery';
  return `${tableLabel(table)} has no column ${quote(name)}${didYouMean(name, known)}`;
}

/** Functions and words whose value depends on when they are asked: no database computes a column from them. */
const MOMENTARY =
  /^(now|current_(date|time|timestamp)|localtime(stamp)?|clock_timestamp|random|gen_random_uuid|nextval|statement_timestamp|getdate|sysdate|newid)$/i;

const momentary = (sql: string): readonly string[] =>
  sqlTokens(sql)
    .filter((it) => it.kind === 'word' && MOMENTARY.test(it.raw))
    .slice(0, 1)
    .map((it) => `${quote(it.raw)} is another at every call, so no column can be computed from it`);

/** PostgreSQL and SQL Server compute from written columns alone, the others not in a circle. */
function ofOthers({ dbType }: SchemaView, table: TableView, column: ColumnView): readonly string[] {
  const sources = generatedSources(table, column);
  const own = column.name ?? '';
  const isStrict = dbType === 'postgresql' || dbType === 'mssql';
  const refused = isStrict ? sources : sources.filter((it) => reaches(table, it, own));
  return refused.slice(0, 1).map((it) => {
    if (it.name === own) return `${columnLabel(column)} cannot be computed from itself`;
    return `${columnLabel(column)} cannot be computed from ${columnLabel(it)}, which is generated, too`;
  });
}

function generatedSources(table: TableView, column: ColumnView): readonly ColumnView[] {
  const names = columnsIn(expressionOf(column) ?? '', columnNames(table));
  return names.flatMap((it) => table.columnByName.get(it) ?? []).filter((it) => isObject(it.raw.generated));
}

function reaches(table: TableView, from: ColumnView, name: string): boolean {
  const seen = new Set<ColumnView>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.name === name) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...generatedSources(table, at));
  }
  return false;
}

/** SQLite, which stands in for a server, holds NULL where an expression is not read. */
function notReadOnSqlite({ dbType }: SchemaView, table: TableView, column: ColumnView): readonly string[] {
  const isRead = readSql(expressionOf(column) ?? '') !== undefined;
  if (dbType === 'sqlite' || isRead || !isRequired(table, column)) return [];
  return [
    `the expression of ${columnLabel(column)} is more than BackBone reads, so SQLite holds NULL there; allow NULL`,
  ];
}

function ofKind(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const { generated, label } = dialectOf(view);
  if (view.dbType === 'mysql' && column.raw.nullable === false) {
    const message = `MariaDB takes no NOT NULL at a generated column; remove "nullable" from ${columnLabel(column)}`;
    return [{ ...valueAt(column, 'nullable'), message }];
  }
  const isVirtual = isObject(column.raw.generated) && column.raw.generated.stored === false;
  if (!isVirtual || generated.has('virtual')) return [];
  const message = `${label} only has generated columns that are stored; remove "stored"`;
  return [{ ...valueAt(column, 'generated', 'stored'), message }];
}

function contradictions(table: TableView, column: ColumnView): readonly RuleFinding[] {
  const { raw } = column;
  const label = columnLabel(column);
  const others = ['default', 'server_default', 'identity', 'sequence'].filter((it) => raw[it] !== undefined);
  const isWritten = raw.visibility === 'read_write' || raw.visibility === 'write_only';
  return [
    ...others.map((it) => ({
      ...keyAt(column, it),
      message: `${label} has both "generated" and ${quote(it)}; keep one`,
    })),
    ...(isWritten
      ? [{ ...valueAt(column, 'visibility'), message: `${label} is generated, so nobody can write it` }]
      : []),
    ...(isKeyColumn(table, column)
      ? [
          {
            ...keyAt(column, 'generated'),
            message: `${label} is part of the primary key, which SQLite does not compute`,
          },
        ]
      : []),
  ];
}
