import { dialectOf } from '../schema/dialects.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { indexKeys } from './index-keys.ts';
import { columnLabel } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { isLob } from './stored-size.ts';

/** BB317: long texts, bytes and JSON in an index. */
export const lobUniqueOrIndex: Rule = {
  code: 'BB317',
  name: 'lob-unique-or-index',
  severity: 'error',
  summary:
    'A column that is kept as TEXT, BLOB or JSON is in a key, unique or index, which MySQL and SQL Server refuse.',
  check: (view) => (dialectOf(view).index.lobs ? [] : view.tables.flatMap((it) => checkTable(view, it))),
};

const checkTable = (view: SchemaView, table: TableView): readonly RuleFinding[] =>
  indexKeys(table).flatMap(({ what, columns }) =>
    columns.flatMap(({ column, ...place }) => {
      const typed = resolvedColumn(view, column);
      if (typed === undefined || !isLob(view, typed)) return [];
      const { label } = dialectOf(view);
      const message = `${columnLabel(column)} of the type ${typed.type ?? ''} cannot be in ${what} on ${label}; use "String" with a length`;
      return [{ ...place, message }];
    }),
  );
