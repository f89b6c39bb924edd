import type { Column, Model, Table } from '../model/model.ts';
import { sampleCount } from './python/sample-values.ts';

/** How many rows the factory of a table can make before two would have the same unique values. */
export function capacityOf(table: Table, model: Model, above: readonly Table[] = []): number {
  if (above.includes(table)) return Number.POSITIVE_INFINITY;
  const parents = [...above, table];
  const sets = [table.primaryKey.columns, ...table.uniques.map((it) => it.columns)];
  const ofSets = sets.map((set) => Math.max(...set.map(countOf)));
  const ofParents = requiredParents(table, model).map((it) => capacityOf(it, model, parents));
  return Math.min(...ofSets, ...ofParents);
}

/** Rows of a set differ when one of its columns does; every row has a parent of its own. */
function countOf(column: Column): number {
  const isOwn = column.autoincrement || column.foreignKey !== undefined;
  return isOwn || (column.serverDefault !== undefined && column.type.kind === 'uuid')
    ? Number.POSITIVE_INFINITY
    : sampleCount(column);
}

function requiredParents(table: Table, model: Model): readonly Table[] {
  const keys = table.columns.flatMap((it) =>
    it.foreignKey !== undefined && !it.nullable ? [it.foreignKey] : [],
  );
  return model.tables.filter((it) => keys.some((key) => key.targetTable === it.name));
}
