import type { TableView } from '../schema/view.ts';
import { columnLabel, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB404: a table that says twice, and differently, what its key is. */
export const primaryKeyContradiction: Rule = {
  code: 'BB404',
  name: 'primary-key-contradiction',
  severity: 'error',
  summary:
    'A table has two primary key constraints, or a column says `primary_key` and the constraint leaves it out.',
  check: (view) => view.tables.flatMap(contradictions),
};

function contradictions(table: TableView): readonly RuleFinding[] {
  const [written, ...more] = table.constraints.filter((it) => it.raw.type === 'primary_key');
  if (written === undefined) return [];
  const related = [{ at: [...written.at, 'columns'], message: 'the primary key' }];
  const omitted = table.columns.filter((it) => it.primaryKey && !table.primaryKey.includes(it.name ?? ''));
  return [
    ...more.map((it) => ({
      ...valueAt(it, 'type'),
      message: `${tableLabel(table)} already has a primary key; remove this constraint`,
      related,
    })),
    ...omitted.map((it) => ({
      ...valueAt(it, 'primary_key'),
      message: `the primary key constraint of ${tableLabel(table)} leaves out ${columnLabel(it)}; add it there or remove "primary_key"`,
      related,
    })),
  ];
}
