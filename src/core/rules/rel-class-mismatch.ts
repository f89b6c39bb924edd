import { text } from '../schema/view.ts';
import { quote, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB502: a `target_class` that is not the class of `target_table`. */
export const relClassMismatch: Rule = {
  code: 'BB502',
  name: 'rel-class-mismatch',
  severity: 'error',
  summary: 'The `target_class` of a relationship is not the class of its `target_table`.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.relationships.flatMap((it) => {
        const target = it.targetTable === undefined ? undefined : view.tableByName.get(it.targetTable);
        const written = text(it.raw.target_class);
        if (target?.className === undefined || written === undefined || written === target.className)
          return [];
        const message = `the class of ${tableLabel(target)} is ${quote(target.className)}, not ${quote(written)}`;
        const named = target.raw.class_name === undefined ? 'table_name' : 'class_name';
        const related = [{ at: [...target.at, named], message: `the class of ${tableLabel(target)}` }];
        return [{ ...valueAt(it, 'target_class'), message, related }];
      }),
    ),
};
