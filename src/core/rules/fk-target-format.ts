import type { ColumnView, SchemaView } from '../schema/view.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB410: a foreign key that does not say which column it references. */
export const fkTargetFormat: Rule = {
  code: 'BB410',
  name: 'fk-target-format',
  severity: 'error',
  summary: 'A foreign key needs a `target` that names a table and a column, as `table.column`.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => {
        if (it.target !== undefined) return [];
        if (typeof it.raw.target === 'string') {
          return [{ ...valueAt(it, 'target'), message: malformed(view, it, it.raw.target) }];
        }
        if (it.type !== 'ForeignKey' || it.raw.target !== undefined) return [];
        const message = `the foreign key ${columnLabel(it)} needs a "target", as in "table.column"`;
        return [{ ...valueAt(it, 'type'), message }];
      }),
};

function malformed(view: SchemaView, column: ColumnView, target: string): string {
  const table = view.tableByName.get(target.replace(/\.$/, ''));
  const key = table?.primaryKey.length === 1 ? table.primaryKey[0] : undefined;
  const hint = key === undefined ? '' : `; did you mean ${quote(`${table?.name ?? ''}.${key}`)}?`;
  return `the target ${quote(target)} of ${columnLabel(column)} must have the form "table.column"${hint}`;
}
