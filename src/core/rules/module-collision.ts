import { distinct } from '../schema/identifiers.ts';
import { moduleName } from '../schema/python-names.ts';
import { quote, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB214: a table whose file cannot have the name of the table. */
export const moduleCollision: Rule = {
  code: 'BB214',
  name: 'module-collision',
  severity: 'information',
  summary:
    'The files of a table have another name than the table: theirs is taken, reserved or no module name.',
  check: (view) => {
    const tables = [...view.tableByName.values()];
    const modules = distinct(tables.map((it) => moduleName(it.name ?? '')));
    return tables.flatMap((it, i) => {
      const module = modules[i] ?? '';
      if (module === it.name?.toLowerCase()) return [];
      const message = `the module of ${tableLabel(it)} is ${quote(module)}`;
      return [{ ...valueAt(it, 'table_name'), message }];
    });
  },
};
