import { type ColumnView, type Part, type SchemaView, type TableView, text, texts } from '../schema/view.ts';
import { columnLabel, keyAt, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB410: a foreign key that does not say which columns it references. */
export const fkTargetFormat: Rule = {
  code: 'BB410',
  name: 'fk-target-format',
  severity: 'error',
  summary:
    'A foreign key needs a `target` that names a table and a column, as `table.column`; as a constraint it needs `target_table` and as many `target_columns` as `columns`.',
  check: (view) =>
    view.tables.flatMap((table) => [
      ...table.columns.flatMap((it) => checkColumn(view, it)),
      ...table.constraints
        .filter((it) => it.raw.type === 'foreign_key')
        .flatMap((it) => checkConstraint(table, it)),
    ]),
};

function checkColumn(view: SchemaView, it: ColumnView): readonly RuleFinding[] {
  if (it.target !== undefined) return [];
  if (typeof it.raw.target === 'string') {
    return [{ ...valueAt(it, 'target'), message: malformed(view, it, it.raw.target) }];
  }
  if (it.type !== 'ForeignKey' || it.raw.target !== undefined) return [];
  const message = `the foreign key ${columnLabel(it)} needs a "target", as in "table.column"`;
  return [{ ...valueAt(it, 'type'), message }];
}

function malformed(view: SchemaView, column: ColumnView, target: string): string {
  const table = view.tableByName.get(target.replace(/\.$/, ''));
  const key = table?.primaryKey.length === 1 ? table.primaryKey[0] : undefined;
  const hint = key === undefined ? '' : `; did you mean ${quote(`${table?.name ?? ''}.${key}`)}?`;
  return `the target ${quote(target)} of ${columnLabel(column)} must have the form "table.column"${hint}`;
}

function checkConstraint(table: TableView, part: Part): readonly RuleFinding[] {
  const missing = [
    ...(text(part.raw.target_table) === undefined ? ['"target_table"'] : []),
    ...(texts(part.raw.target_columns).length === 0 ? ['"target_columns"'] : []),
  ];
  if (missing.length > 0) {
    const message = `a foreign key of ${tableLabel(table)} needs ${missing.join(' and ')}`;
    return [{ ...valueAt(part, 'type'), message }];
  }
  const [own, theirs] = [texts(part.raw.columns).length, texts(part.raw.target_columns).length];
  if (own === 0 || own === theirs) return [];
  const message = `this foreign key of ${tableLabel(table)} has ${counted(own)} and references ${theirs}; it needs one for each`;
  return [{ ...keyAt(part, 'target_columns'), message }];
}

const counted = (count: number): string => (count === 1 ? '1 column' : `${count} columns`);
