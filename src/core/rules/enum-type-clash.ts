import { enumTypeName } from '../schema/derived-names.ts';
import type { ColumnView, TableView } from '../schema/view.ts';
import type { Pointer } from '../shared/pointer.ts';
import { columnLabel, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB213: an inline enum whose type has the name of another type; in PostgreSQL every table is one, too. */
export const enumTypeClash: Rule = {
  code: 'BB213',
  name: 'enum-type-clash',
  severity: 'error',
  summary:
    'The PostgreSQL type of an inline enum, `{table}_{column}`, has the name of a table or of another enum.',
  check: (view) => {
    if (view.dbType !== 'postgresql') return [];
    const owners = new Map([...view.tableByName].map(([name, it]) => [name, ownedByTable(it)]));
    return [...view.tableByName.values()]
      .flatMap((it) => [...it.columnByName.values()])
      .filter((it) => it.type === 'Enum' && it.raw.enum === undefined)
      .flatMap((it) => claim(it, owners));
  },
};

type Owner = { readonly what: string; readonly at: Pointer };

const ownedByTable = (table: TableView): Owner => ({
  what: `the table ${tableLabel(table)}`,
  at: [...table.at, 'table_name'],
});

function claim(column: ColumnView, owners: Map<string, Owner>): readonly RuleFinding[] {
  const name = enumTypeName(column.table ?? '', column.name ?? '');
  const owner = owners.get(name);
  if (owner === undefined) {
    owners.set(name, { what: columnLabel(column), at: [...column.at, 'name'] });
    return [];
  }
  const message = `the enum of ${columnLabel(column)} is the type ${quote(name)} in the database, as is ${owner.what}; rename one`;
  return [
    { ...valueAt(column, 'name'), message, related: [{ at: owner.at, message: `${owner.what} is here` }] },
  ];
}
