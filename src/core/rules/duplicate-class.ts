import { distinct } from '../schema/identifiers.ts';
import { pythonClass } from '../schema/python-names.ts';
import { type TableView, text } from '../schema/view.ts';
import { quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB202: two tables whose classes have one name; only a written one is promised. */
export const duplicateClass: Rule = {
  code: 'BB202',
  name: 'duplicate-class',
  severity: 'error',
  summary:
    'Two tables have the same Python class. Where it is derived from the name of the table, one of them gets a number (warning).',
  check: (view) => {
    const classes = distinct(view.tables.map((it) => classOf(it) ?? ''));
    return repeated(view.tables, classOf)
      .filter(({ item, first }) => item.name !== first.name)
      .map(({ item, first }) => ({
        ...classPlace(item),
        ...verdict(item, first, classes[view.tables.indexOf(item)] ?? ''),
        related: [{ at: classPlace(first).at, message: `the class of ${tableLabel(first)}` }],
      }));
  },
};

function verdict(item: TableView, first: TableView, instead: string) {
  const clash = `the class ${quote(classOf(item) ?? '')} of ${tableLabel(item)} is already the class of ${tableLabel(first)}`;
  return isWritten(item)
    ? { severity: 'error' as const, message: `${clash}; write another "class_name"` }
    : { severity: 'warning' as const, message: `${clash}, so it is ${quote(instead)}; write a "class_name"` };
}

const classOf = (table: TableView): string | undefined =>
  table.className === undefined ? undefined : pythonClass(table.className);

const isWritten = (table: TableView): boolean => text(table.raw.class_name) !== undefined;

const classPlace = (table: TableView) => valueAt(table, isWritten(table) ? 'class_name' : 'table_name');
