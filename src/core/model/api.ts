import type { JsonObject } from '../document/json.ts';
import { apiPath } from '../schema/derived-names.ts';
import { type TableView, text, texts } from '../schema/view.ts';
import type { Column, Operation, TableApi } from './model.ts';
import type { TableDraft } from './table-draft.ts';

type Draft = Omit<TableDraft, 'view'>;

const OPERATIONS: readonly Operation[] = ['list', 'get', 'create', 'update', 'delete', 'bulk_create'];

/** The routes of a table with the defaults of the format; undefined when it has none. */
export function buildApi(table: TableView, draft: Draft): TableApi | undefined {
  if (table.api === false) return undefined;
  const raw: JsonObject = table.api ?? {};
  const readable = draft.columns.filter(isReadable);
  const byDefault = readable.filter((it) => isKeyed(it, draft) && it.type.kind !== 'json');
  const operations = new Set(texts(raw.operations).map((it) => it.text));
  const possible = OPERATIONS.filter((it) => it !== 'update' || draft.columns.some(isUpdatable));
  const written = possible.filter((it) => raw.operations === undefined || operations.has(it));
  if (written.length === 0) return undefined;
  return {
    path: apiPath(text(raw.path), table.name ?? ''),
    operations: written,
    writesLinks: raw.operations === undefined || operations.has('update'),
    filter: listed(raw.filter, readable) ?? byDefault,
    sort: listed(raw.sort, readable) ?? byDefault,
    search: listed(raw.search, readable) ?? [],
  };
}

/** Whether reads show the column. */
export const isReadable = (column: Column): boolean =>
  column.visibility === 'read_write' || column.visibility === 'read_only';

/** Whether a create may set the column. */
export const isWritable = (column: Column): boolean =>
  column.visibility === 'read_write' || column.visibility === 'write_only';

/** Whether an update may set the column; those of the primary key never. */
export const isUpdatable = (column: Column): boolean => isWritable(column) && !column.primaryKey;

function isKeyed(column: Column, draft: Draft): boolean {
  const sets = [...draft.uniques, ...draft.indexes].map((it) => it.columns);
  return column.primaryKey || column.foreignKeys.length > 0 || sets.some((it) => it[0]?.name === column.name);
}

function listed(value: JsonObject[string], columns: readonly Column[]): readonly Column[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = texts(value).map((it) => it.text);
  return columns.filter((it) => names.includes(it.name) && it.type.kind !== 'json');
}
