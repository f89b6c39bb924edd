import { type ColumnView, type TableView, text } from '../schema/view.ts';
import type { ColumnType } from './column-type.ts';
import type { Column } from './model.ts';

/** How the database numbers the rows by a column. */
export type Numbering = Pick<Column, 'autoincrement' | 'identity' | 'sequence'>;

/** Not at all. */
export const NOT_NUMBERED: Numbering = { autoincrement: false, identity: undefined, sequence: undefined };

type Context = {
  readonly table: TableView;
  readonly type: ColumnType;
  readonly isReference: boolean;
};

/** The numbering of a column; by default a single integer key that is no foreign key is an identity column. */
export function buildNumbering(it: ColumnView, context: Context): Numbering {
  const { table, type } = context;
  if (type.kind !== 'integer') return NOT_NUMBERED;
  // A type that is taken from elsewhere leaves these without effect (BB301).
  const { identity, sequence } = it.type === 'ForeignKey' ? {} : it.raw;
  const form = identity === 'always' || identity === 'by_default' ? identity : undefined;
  const name = text(sequence);
  if (name !== undefined) return { ...NOT_NUMBERED, sequence: name };
  const isKey = table.primaryKey.includes(it.name ?? '');
  const autoincrement = isKey && isAutoincrement(it, form !== undefined, context);
  return { autoincrement, identity: form ?? (autoincrement ? 'by_default' : undefined), sequence: undefined };
}

function isAutoincrement({ raw }: ColumnView, isIdentity: boolean, { table, isReference }: Context): boolean {
  if (isIdentity) return table.primaryKey.length === 1;
  if (typeof raw.autoincrement === 'boolean') return raw.autoincrement;
  const hasDefault = raw.default !== undefined || raw.server_default !== undefined;
  return table.primaryKey.length === 1 && !isReference && !hasDefault;
}

/** Whether the database gives a number to a row that has none. */
export const isNumbered = ({ identity, sequence }: Numbering): boolean =>
  identity !== undefined || sequence !== undefined;
