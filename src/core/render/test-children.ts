import type { Column, ForeignKey, Model, Table } from '../model/model.ts';
import { addRows, madeRows, timesPossible } from './capacity.ts';
import { can } from './domain-view.ts';
import { factoryName, factoryValues } from './factory-view.ts';
import type { TemplateView } from './strict-mustache.ts';

type Children = { readonly tests: readonly TemplateView[]; readonly tables: readonly Table[] };
type Child = { readonly table: Table; readonly column: Column };

/** What happens to the rows that refer to a deleted row; a soft delete leaves them alone. */
export function childrenView(parent: Table, model: Model): Children {
  if (parent.softDelete || parent.api === undefined || !can(parent.api, 'delete'))
    return { tests: [], tables: [] };
  const valued = factoryValues(parent, model).map((it) => it.column);
  const isThere = (key: ForeignKey | undefined): boolean =>
    parent.columns.some(
      (it) => it.name === key?.targetColumns[0] && (it.primaryKey || !it.nullable || valued.includes(it)),
    );
  const children = model.tables.flatMap((table) =>
    table.columns
      .filter((it) => it.foreignKey?.targetTable === parent.name && isTested(it, table === parent))
      .filter((it) => isThere(it.foreignKey))
      .map((column): Child => ({ table, column })),
  );
  const possible = children.filter(
    (it) => timesPossible(addRows([madeRows(parent, model), madeRows(it.table, model)])) >= 1,
  );
  return {
    tests: possible.map((it) => childView(it, parent)),
    tables: possible.map((it) => it.table).filter((it) => it !== parent),
  };
}

/** A default that must exist is beyond a factory, and so is a row that must refer to one of its own table. */
const isTested = ({ foreignKey, nullable }: Column, isOwn: boolean): boolean =>
  foreignKey?.onDelete !== 'SET DEFAULT' && (nullable || !isOwn);

function childView({ table, column }: Child, parent: Table): TemplateView {
  const key = column.foreignKey;
  const target = parent.columns.find((it) => it.name === key?.targetColumns[0]);
  const cascades = parent.relationships.some(
    (it) => it.foreignKey?.name === key?.name && !it.holdsKey && it.cascade !== undefined,
  );
  const keeps = key?.onDelete === 'CASCADE' || key?.onDelete === 'SET NULL' || cascades;
  return {
    childTest: `${table.module}_by_${column.attribute}`,
    childFactory: table === parent ? 'factory' : factoryName(table.module),
    childAttribute: column.attribute,
    parentAttribute: target?.attribute ?? '',
    childClass: table.className,
    restricts: !keeps,
  };
}
