import type { Column, Table } from '../../model/model.ts';
import { isMapped } from '../../model/references.ts';
import { pythonString } from '../literals.ts';

/** What a collection of columns has as attributes of its own, beside the names of its columns. */
const TAKEN = new Set(
  'add as_readonly clear compare contains_column corresponding_column extend get items keys remove update values'.split(
    ' ',
  ),
);

/** How services name a column: as an attribute of its class, or of the table where there is no class. */
export function columnPath({ name, attribute }: Column, table: Table): string {
  if (isMapped(table)) return `models.${table.className}.${attribute}`;
  const columns = `models.${table.variable ?? ''}.c`;
  return attribute === name && !TAKEN.has(name) ? `${columns}.${name}` : `${columns}[${pythonString(name)}]`;
}

/** A column of a table without a class, under the name that it has in Python. */
export const labelled = (column: Column, table: Table): string =>
  columnPath(column, table) +
  (column.attribute === column.name ? '' : `.label(${pythonString(column.attribute)})`);
