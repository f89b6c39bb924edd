import type { JsonObject } from '../document/json.ts';
import { type ColumnView, type SchemaView, type TableView, texts } from '../schema/view.ts';
import { isForeignKeyColumn, isKeyColumn, isRequired } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB321: a column that must have a value and that nobody can give one. */
export const unwritableRequired: Rule = {
  code: 'BB321',
  name: 'unwritable-required',
  severity: 'error',
  summary: 'A required column without default that the API cannot write: creating a row could never work.',
  check: (view) => {
    const numbered = numberedColumns(view);
    return view.tables.filter(canCreate).flatMap((table) =>
      table.columns
        .filter((it) => isUnwritable(it.raw) && isRequired(table, it) && !hasValue(it) && !numbered.has(it))
        .filter((it) => !(it.raw.visibility === 'read_only' && isOwner(table, it)))
        .map((it) => ({
          ...valueAt(it, 'visibility'),
          message: `${columnLabel(it)} is required, but creating a row cannot set it; add "default", allow NULL or make it writable`,
        })),
    );
  },
};

const isUnwritable = ({ visibility }: JsonObject): boolean =>
  visibility === 'read_only' || visibility === 'hidden';

const isOwner = (table: TableView, column: ColumnView): boolean =>
  table.api !== false && table.api?.owner === column.name;

const hasValue = ({ raw }: ColumnView): boolean =>
  [raw.default, raw.server_default, raw.generated, raw.identity, raw.sequence].some((it) => it !== undefined);

const CREATING: ReadonlySet<string> = new Set(['create', 'bulk_create']);

function canCreate(table: TableView): boolean {
  if (table.api === false || table.raw.kind === 'view') return false;
  const written = table.api?.operations;
  return !Array.isArray(written) || texts(written).some((it) => CREATING.has(it.text));
}

/** Whole numbers that are the only column of a key: the database gives them, unless they say otherwise. */
function numberedColumns(view: SchemaView): ReadonlySet<ColumnView> {
  return new Set(
    typedColumns(view)
      .filter(
        ({ table, column, kind }) =>
          kind === 'integer' &&
          isKeyColumn(table, column) &&
          (column.raw.autoincrement ??
            (table.primaryKey.length === 1 && !isForeignKeyColumn(table, column))) !== false,
      )
      .map((it) => it.column),
  );
}
