import { pythonClass } from '../schema/python-names.ts';
import { type TableView, text } from '../schema/view.ts';
import { quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB202: two tables whose classes have one name, written or derived. */
export const duplicateClass: Rule = {
  code: 'BB202',
  name: 'duplicate-class',
  severity: 'error',
  summary: 'Two tables get the same Python class, written or derived; SQLAlchemy would keep only one.',
  check: (view) =>
    repeated(view.tables, classOf)
      .filter(({ item, first }) => item.name !== first.name)
      .map(({ item, first }) => ({
        ...classPlace(item),
        message: `the class ${quote(classOf(item) ?? '')} of ${tableLabel(item)} is already the class of ${tableLabel(first)}; write another "class_name"`,
        related: [{ at: classPlace(first).at, message: `the class of ${tableLabel(first)}` }],
      })),
};

const classOf = (table: TableView): string | undefined =>
  table.className === undefined ? undefined : pythonClass(table.className);

const classPlace = (table: TableView) =>
  valueAt(table, text(table.raw.class_name) === undefined ? 'table_name' : 'class_name');
