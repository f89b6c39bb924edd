import { OPERATIONS } from './shape.ts';
import type { TableView } from './view.ts';

/** Whether a table has no primary key: SQLAlchemy cannot map it to a class, and no row of it can be named. */
export const isKeyless = ({ primaryKey, columns }: TableView): boolean =>
  primaryKey.length === 0 && columns.every((it) => !it.primaryKey);

/** Whether a table is a view, which is only read. */
export const isView = ({ raw }: TableView): boolean => raw.kind === 'view';

/** What can be done with the rows of a table over HTTP. */
export const possibleOperations = (table: TableView): readonly (typeof OPERATIONS)[number][] =>
  isKeyless(table) ? ['list'] : isView(table) ? ['list', 'get'] : OPERATIONS;
