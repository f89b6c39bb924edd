import type { ForeignKey, Model, Table } from '../model/model.ts';
import { targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { groupBy } from '../shared/group-by.ts';
import { oncePer } from '../shared/once-per.ts';
import { addRows, madeRows, timesPossible } from './capacity.ts';
import { isChecked } from './checks/checked-samples.ts';
import { can } from './domain-view.ts';
import { factoryName, factoryValues } from './factory-view.ts';
import { keyPairs, parentsOf, requiredKeys } from './parents.ts';
import type { TemplateView } from './strict-mustache.ts';

type Children = { readonly tests: readonly TemplateView[]; readonly tables: readonly Table[] };
type Child = { readonly table: Table; readonly key: ForeignKey };

/** What happens to the rows that refer to a deleted row; a soft delete leaves them alone. */
export function childrenView(parent: Table, model: Model): Children {
  if (parent.softDelete || parent.api === undefined || !can(parent.api, 'delete'))
    return { tests: [], tables: [] };
  const valued = factoryValues(parent, model).map((it) => it.column);
  const isThere = (key: ForeignKey): boolean =>
    pick(parent.columns, key.targetColumns).every(
      (it) => it.primaryKey || !it.nullable || valued.includes(it),
    );
  const referring = keysByTarget(model).get(parent.name) ?? [];
  const children = referring.filter((it) => isThere(it.key) && isTested(it, parent, model));
  const possible = children.filter(
    (it) => timesPossible(addRows([madeRows(parent, model), madeRows(it.table, model)]), model) >= 1,
  );
  return {
    tests: possible.map((it) => childView(it, parent)),
    tables: possible.map((it) => it.table).filter((it) => it !== parent),
  };
}

const keysByTarget = oncePer((model: Model) =>
  groupBy(
    model.tables.flatMap((table) => table.foreignKeys.map((key): Child => ({ table, key }))),
    (it) => it.key.targetTable,
  ),
);

/**
 * A default that must exist is beyond a factory, and so is a row that must refer to one of its own table. Where
 * another key of the child shares a column, more than the child may refer to the parent; where a row of the parent
 * needs one of the child's table, that is the one with these values.
 */
function isTested({ table, key }: Child, parent: Table, model: Model): boolean {
  const required = requiredKeys(table);
  const isTree = table === parent && required.includes(key);
  const others = required.filter((it) => it !== key && it.columns.some((name) => key.columns.includes(name)));
  const isShared = others.some((it) => neededTables(targetTable(it, model), model).has(parent));
  const isMutual = key.columns.length > 1 && table !== parent && neededTables(parent, model).has(table);
  const isFree = pick(table.columns, key.columns).every((it) => !isChecked(it, table));
  return key.onDelete !== 'SET DEFAULT' && isFree && !isTree && !isShared && !isMutual;
}

/** A table and all whose rows its rows cannot do without, be it through further tables. */
function neededTables(table: Table | undefined, model: Model): ReadonlySet<Table> {
  const found = new Set<Table>();
  const open = table === undefined ? [] : [table];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...parentsOf(at, model).map((it) => it.table));
  }
  return found;
}

function childView({ table, key }: Child, parent: Table): TemplateView {
  const pairs = keyPairs(key, table, parent);
  const cascades = parent.relationships.some(
    (it) => it.foreignKey === key && !it.holdsKey && it.cascade !== undefined,
  );
  const keeps = key.onDelete === 'CASCADE' || key.onDelete === 'SET NULL' || cascades;
  return {
    childTest: [table.module, 'by', ...pairs.map((it) => it.own.attribute)].join('_'),
    childFactory: table === parent ? 'factory' : factoryName(table.module),
    childArguments: pairs.map((it) => `${it.own.attribute}=row.${it.target.attribute}`).join(', '),
    childClass: table.className,
    restricts: !keeps,
  };
}
