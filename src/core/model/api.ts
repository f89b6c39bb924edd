import type { JsonObject } from '../document/json.ts';
import { apiPath } from '../schema/derived-names.ts';
import { possibleOperations } from '../schema/read-only.ts';
import { type TableView, text, texts } from '../schema/view.ts';
import { type Access, readAccess } from './access.ts';
import { isComparable } from './column-type.ts';
import type { Column, TableApi } from './model.ts';
import type { TableDraft } from './table-draft.ts';

type Draft = Omit<TableDraft, 'source'>;

/** The routes of a table with the defaults of the format; undefined when it has none. */
export function buildApi(table: TableView, draft: Draft, usual: Access): TableApi | undefined {
  if (table.api === false) return undefined;
  const raw: JsonObject = table.api ?? {};
  const readable = draft.columns.filter(isReadable);
  const byDefault = readable.filter((it) => isKeyed(it, draft) && isSortable(it));
  const operations = new Set(texts(raw.operations).map((it) => it.text));
  const possible = possibleOperations(table).filter(
    (it) => it !== 'update' || draft.columns.some(isUpdatable),
  );
  const written = possible.filter((it) => raw.operations === undefined || operations.has(it));
  if (written.length === 0) return undefined;
  return {
    path: apiPath(text(raw.path), table.name ?? ''),
    operations: written,
    writesLinks: raw.operations === undefined || operations.has('update'),
    filter: listed(raw.filter, readable) ?? byDefault,
    sort: listed(raw.sort, readable) ?? byDefault,
    search: listed(raw.search, readable) ?? [],
    access: readAccess(raw.access, usual),
    owner: draft.columns.find((it) => it.name === text(raw.owner)),
  };
}

/** Whether reads show the column. */
export const isReadable = (column: Column): boolean =>
  column.visibility === 'read_write' || column.visibility === 'read_only';

/** Whether a database can sort by the column, and compare its values. */
export const isSortable = (column: Column): boolean => isComparable(column.type);

/** Whether a create may set the column. */
export const isWritable = (column: Column): boolean =>
  column.visibility === 'read_write' || column.visibility === 'write_only';

/** Whether an update may set the column; those of the primary key never. */
export const isUpdatable = (column: Column): boolean => isWritable(column) && !column.primaryKey;

/** Whether every list by the column can use an index: none over a part of the rows, and a B-tree. */
function isKeyed(column: Column, draft: Draft): boolean {
  const indexed = draft.indexes.filter((it) => it.where === undefined && it.method === undefined);
  const first = [...draft.uniques.map((it) => it.columns[0]), ...indexed.map((it) => it.elements[0]?.column)];
  return column.primaryKey || column.foreignKeys.length > 0 || first.includes(column);
}

function listed(value: JsonObject[string], columns: readonly Column[]): readonly Column[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = texts(value).map((it) => it.text);
  return columns.filter((it) => names.includes(it.name) && isSortable(it));
}
