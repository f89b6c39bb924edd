import { dialectOf } from '../schema/dialects.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { SchemaView } from '../schema/view.ts';
import { type IndexKey, indexKeys } from './index-keys.ts';
import { columnLabel, joined } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { indexBytes, isLob } from './stored-size.ts';

/** BB318: an index whose values can be longer than the database takes. */
export const indexKeyTooWide: Rule = {
  code: 'BB318',
  name: 'index-key-too-wide',
  severity: 'error',
  summary:
    'The columns of a key, unique or index together are wider than the database allows: 3072 bytes on MySQL, where a character takes four. On SQL Server (900 bytes in a primary key, 1700 elsewhere) a warning, because only rows that are too long are refused.',
  check: (view) =>
    dialectOf(view).index.bytes === Number.POSITIVE_INFINITY
      ? []
      : view.tables.flatMap(indexKeys).flatMap((it) => checkKey(view, it)),
};

function checkKey(view: SchemaView, { what, columns }: IndexKey): readonly RuleFinding[] {
  const { index, label } = dialectOf(view);
  const most = what === 'a primary key' ? index.primaryKeyBytes : index.bytes;
  const typed = columns.map((it) => resolvedColumn(view, it.column));
  const [last] = columns.slice(-1);
  if (last === undefined || typed.some((it) => it === undefined || isLob(view, it))) return [];
  const bytes = typed.reduce((sum, it) => sum + (it === undefined ? 0 : indexBytes(view, it)), 0);
  if (bytes <= most) return [];
  const names = joined(columns.map((it) => columnLabel(it.column)));
  const message = `${names} can take ${bytes} bytes, but ${label} allows ${most} in ${what}; lower "length"`;
  return [
    { at: last.at, part: last.part, ...(view.dbType === 'mssql' ? { severity: 'warning' } : {}), message },
  ];
}
