import type { Column, Table } from '../../model/model.ts';
import { uniqueSets } from '../../model/unique-sets.ts';
import { oncePer } from '../../shared/once-per.ts';

/** Generated columns whose value the database may refuse: required or unique ones, and those of bounded types. */
export const delicateColumns: (table: Table) => readonly Column[] = oncePer((table) =>
  table.columns.filter(
    (it) => it.generated !== undefined && (!it.nullable || isBounded(it) || isUnique(it, table)),
  ),
);

/** Whether a delicate column is computed from a column, so that tests may not change it at will. */
export const isTied = (column: Column, table: Table): boolean => sourcesOf(table).has(column.name);

const sourcesOf = oncePer((table: Table) => {
  const open = delicateColumns(table).flatMap((it) => it.generated?.columns ?? []);
  const found = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(table.columns.find((it) => it.name === name)?.generated?.columns ?? []));
  }
  return found;
});

function isBounded({ type }: Column): boolean {
  if (type.kind === 'text') return type.length !== undefined;
  return type.kind === 'integer' || (type.kind === 'decimal' && type.precision !== undefined);
}

/** Whether two rows may not have the same value, alone or with other columns. */
const isUnique = (column: Column, table: Table): boolean =>
  uniqueSets(table).some(({ elements }) =>
    elements.some((it) => ('sql' in it ? it.columns.includes(column) : it === column)),
  );
