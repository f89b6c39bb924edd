import type { TableView } from '../schema/view.ts';
import { columnLabel, optionColumnNames, quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB212: a declared column that an option would add. */
export const mixinColumnClash: Rule = {
  code: 'BB212',
  name: 'mixin-column-clash',
  severity: 'warning',
  summary: 'A column has the name of one that an option of the table adds; the declared column wins.',
  check: (view) =>
    view.tables.flatMap((table) => {
      const added = namesOf(table);
      return table.columns
        .filter((it) => it.name !== undefined && added.includes(it.name))
        .map((it) => ({
          ...valueAt(it, 'name'),
          message: `${columnLabel(it)} stands for the column that ${quote(OPTION[it.name ?? ''] ?? '')} adds; remove the column or the option`,
        }));
    }),
};

const OPTION: Readonly<Record<string, string>> = {
  created_at: 'use_timestamps',
  updated_at: 'use_timestamps',
  deleted_at: 'use_soft_delete',
  is_deleted: 'use_soft_delete',
  version: 'use_optimistic_lock',
};

const namesOf = (table: TableView): readonly string[] => [
  ...optionColumnNames(table),
  ...(table.options.use_soft_delete === true ? ['is_deleted'] : []),
];
