import { apiPath } from '../schema/derived-names.ts';
import { distinct } from '../schema/identifiers.ts';
import { isReadable } from './api.ts';
import type { Column, Link, Relationship, Secondary, Table } from './model.ts';

type LinkedTable = Omit<Table, 'links'>;

/**
 * The many-to-many ends of a table that get routes: those of a table whose rows can be read one by one. An association
 * table with soft delete has none: what is marked as deleted there is the business of its own routes.
 */
export function buildLinks(table: LinkedTable, tables: readonly LinkedTable[]): readonly Link[] {
  if (table.api?.operations.includes('get') !== true) return [];
  const ends = table.relationships.filter((it) => it.type === 'many_to_many');
  const segments = distinct(ends.map((it) => apiPath(undefined, it.attribute).slice(1)));
  return ends.flatMap((it, i) => linkOf(it, segments[i] ?? '', { table, tables }));
}

type Context = { readonly table: LinkedTable; readonly tables: readonly LinkedTable[] };

function linkOf(end: Relationship, segment: string, { table, tables }: Context): readonly Link[] {
  const target = tables.find((it) => it.name === end.targetTable);
  const { secondary } = end;
  if (target === undefined || secondary === undefined) return [];
  const association = tables.find((it) => it.name === secondary.table);
  if (association?.softDelete === true) return [];
  const isShown = target.api?.operations.some((it) => it === 'list' || it === 'get') === true;
  if (!isShown && !target.primaryKey.columns.every(isReadable)) return [];
  const isComplete = association === undefined || canBeLinked(association, secondary);
  return [
    {
      attribute: end.attribute,
      segment,
      targetTable: end.targetTable,
      secondary,
      shown: isShown ? 'rows' : 'keys',
      writable: table.api?.writesLinks === true && !end.viewOnly && isComplete,
    },
  ];
}

/** Whether the keys of both ends are all that a new row of an association table needs. */
const canBeLinked = ({ columns }: LinkedTable, { source, target }: Secondary): boolean =>
  columns.every((it) => !needsValue(it) || [...source.columns, ...target.columns].includes(it.name));

const needsValue = (it: Column): boolean =>
  !it.nullable && !it.autoincrement && it.default === undefined && it.serverDefault === undefined;
