import { isArray, isObject, type Json, type JsonObject } from '../document/json.ts';
import type { Pointer } from '../shared/pointer.ts';
import { defaultClassName } from './names.ts';

/** A part of the schema that was readable as an object; every getter is undefined when the value is not of its type. */
export type Part = {
  readonly at: Pointer;
  readonly raw: JsonObject;
};

/** A column as written; nothing is checked but JSON types. */
export type ColumnView = Part & {
  readonly table: string | undefined;
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly primaryKey: boolean;
  /** The column that is referenced; undefined without a readable `target`. */
  readonly target: { readonly table: string; readonly column: string } | undefined;
};

/** A foreign key that names as many columns as it references, written by a column or as a constraint. */
export type KeyView = Part & {
  readonly origin: 'column' | 'constraint';
  /** Names of the columns that hold it, in order. */
  readonly columns: readonly string[];
  readonly targetTable: string;
  readonly targetColumns: readonly string[];
};

/** A relationship as written. */
export type RelationshipView = Part & {
  readonly table: TableRef;
  readonly type: string | undefined;
  readonly targetTable: string | undefined;
  readonly name: string | undefined;
  readonly backPopulates: string | undefined;
  /** Columns of the key that is named. */
  readonly foreignKey: readonly string[] | undefined;
  readonly secondary: SecondaryView | undefined;
};

/** The association table of a many-to-many, with the columns of its keys where they are written. */
export type SecondaryView = {
  readonly table: string;
  readonly source: readonly string[] | undefined;
  readonly target: readonly string[] | undefined;
};

/** A table by its name and place. */
export type TableRef = { readonly name: string | undefined; readonly index: number };

/** A table as written. */
export type TableView = Part &
  TableRef & {
    /** As written, else derived from the table's name. */
    readonly className: string | undefined;
    readonly columns: readonly ColumnView[];
    /** The first column of each name. */
    readonly columnByName: ReadonlyMap<string, ColumnView>;
    readonly relationships: readonly RelationshipView[];
    readonly constraints: readonly Part[];
    readonly indexes: readonly Part[];
    /** Those of the columns, then those of the constraints. */
    readonly foreignKeys: readonly KeyView[];
    readonly options: JsonObject;
    /** Undefined when the table has no settings of its own; false for no routes. */
    readonly api: JsonObject | false | undefined;
    /** Names of the columns of the primary key, in its order. */
    readonly primaryKey: readonly string[];
    /** Column sets that are unique, single columns and the primary key included. */
    readonly uniques: readonly (readonly string[])[];
  };

/** Everything of a schema that could be read, whatever else is wrong with it. */
export type SchemaView = {
  readonly raw: JsonObject;
  readonly projectName: string | undefined;
  readonly dbType: string | undefined;
  readonly tables: readonly TableView[];
  /** The first table of each name. */
  readonly tableByName: ReadonlyMap<string, TableView>;
};

/** Reads the value of a document; never fails, and skips what is of the wrong type. */
export function viewSchema(value: Json | undefined): SchemaView {
  const raw = isObject(value) ? value : {};
  const tables = parts(raw.schema, ['schema']).map(viewTable);
  return {
    raw,
    projectName: text(raw.project_name),
    dbType: text(raw.db_type),
    tables,
    tableByName: firstByName(tables),
  };
}

function firstByName<T extends { readonly name: string | undefined }>(
  all: readonly T[],
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const it of all) {
    if (it.name !== undefined && !found.has(it.name)) found.set(it.name, it);
  }
  return found;
}

/** A value when it is a non-empty text. */
export const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A value when it is a number. */
export const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** The texts of a list with their places in it; empty when the value is no list. */
export function texts(value: Json | undefined): readonly { readonly text: string; readonly index: number }[] {
  if (!isArray(value)) return [];
  return value.flatMap((it, index) => (typeof it === 'string' ? [{ text: it, index }] : []));
}

/** The column of a table with a name; the first when it is written twice. */
export const columnOf = (table: TableView | undefined, name: string | undefined): ColumnView | undefined =>
  name === undefined ? undefined : table?.columnByName.get(name);

/** The objects of a list, each with its place. */
function parts(value: Json | undefined, at: Pointer): readonly Part[] {
  if (!isArray(value)) return [];
  return value.flatMap((raw, index) => (isObject(raw) ? [{ raw, at: [...at, index] }] : []));
}

function viewTable(part: Part): TableView {
  const { raw, at } = part;
  const name = text(raw.table_name);
  const ref: TableRef = { name, index: Number(at[1]) };
  const columns = parts(raw.columns, [...at, 'columns']).map((it) => viewColumn(it, name));
  const constraints = parts(raw.constraints, [...at, 'constraints']);
  const indexes = parts(raw.indexes, [...at, 'indexes']);
  const primaryKey = primaryKeyOf(columns, constraints);
  return {
    ...part,
    ...ref,
    className: text(raw.class_name) ?? (name === undefined ? undefined : defaultClassName(name)),
    columns,
    columnByName: firstByName(columns),
    relationships: parts(raw.relationships, [...at, 'relationships']).map((it) => viewRelationship(it, ref)),
    constraints,
    indexes,
    foreignKeys: [...columns.flatMap(keyOfColumn), ...constraints.flatMap(keyOfConstraint)],
    options: isObject(raw.options) ? raw.options : {},
    api: raw.api === false ? false : isObject(raw.api) ? raw.api : undefined,
    primaryKey,
    uniques: uniquesOf({ columns, constraints, indexes, primaryKey }),
  };
}

function viewColumn(part: Part, table: string | undefined): ColumnView {
  const { raw } = part;
  return {
    ...part,
    table,
    name: text(raw.name),
    type: text(raw.type),
    primaryKey: raw.primary_key === true,
    target: splitTarget(text(raw.target)),
  };
}

/** Splits `table.column`; undefined unless there is exactly one dot with a name on each side. */
export function splitTarget(target: string | undefined): ColumnView['target'] {
  const [table, column, ...rest] = target?.split('.') ?? [];
  return table && column && rest.length === 0 ? { table, column } : undefined;
}

function keyOfColumn({ raw, at, name, target }: ColumnView): readonly KeyView[] {
  if (name === undefined || target === undefined) return [];
  const { table, column } = target;
  return [{ raw, at, origin: 'column', columns: [name], targetTable: table, targetColumns: [column] }];
}

function keyOfConstraint({ raw, at }: Part): readonly KeyView[] {
  const [columns, targetColumns] = [wholeList(raw.columns), wholeList(raw.target_columns)];
  const targetTable = text(raw.target_table);
  if (raw.type !== 'foreign_key' || targetTable === undefined) return [];
  if (columns === undefined || columns.length !== targetColumns?.length) return [];
  return [{ raw, at, origin: 'constraint', columns, targetTable, targetColumns }];
}

/** The names of a list; undefined when it is empty or has anything else. */
function wholeList(value: Json | undefined): readonly string[] | undefined {
  const names = texts(value).flatMap((it) => (it.text === '' ? [] : [it.text]));
  return isArray(value) && names.length > 0 && names.length === value.length ? names : undefined;
}

function viewRelationship(part: Part, table: TableRef): RelationshipView {
  const { raw } = part;
  const single = text(raw.foreign_key);
  return {
    ...part,
    table,
    type: text(raw.type),
    targetTable: text(raw.target_table),
    name: text(raw.name),
    backPopulates: text(raw.back_populates),
    foreignKey: single === undefined ? wholeList(raw.foreign_key) : [single],
    secondary: viewSecondary(raw.secondary),
  };
}

function viewSecondary(value: Json | undefined): SecondaryView | undefined {
  const written = isObject(value) ? value : { table: value };
  const table = text(written.table);
  if (table === undefined) return undefined;
  return { table, source: wholeList(written.source), target: wholeList(written.target) };
}

function primaryKeyOf(columns: readonly ColumnView[], constraints: readonly Part[]): readonly string[] {
  const written = constraints.find((it) => it.raw.type === 'primary_key');
  const inOrder = texts(written?.raw.columns).map((it) => it.text);
  if (inOrder.length > 0) return inOrder;
  return columns.flatMap((it) => (it.primaryKey && it.name !== undefined ? [it.name] : []));
}

function uniquesOf(
  table: Pick<TableView, 'columns' | 'constraints' | 'indexes' | 'primaryKey'>,
): readonly (readonly string[])[] {
  const single = table.columns.flatMap((it) =>
    it.raw.unique === true && it.name !== undefined ? [[it.name]] : [],
  );
  const several = [
    ...table.constraints.filter((it) => it.raw.type === 'unique'),
    ...table.indexes.filter((it) => it.raw.unique === true),
  ].flatMap((it) => {
    const names = wholeList(it.raw.columns);
    return names === undefined ? [] : [names];
  });
  return [...(table.primaryKey.length > 0 ? [table.primaryKey] : []), ...single, ...several];
}
