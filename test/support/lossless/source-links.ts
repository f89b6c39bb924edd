import { singularName } from '../../../src/core/schema/names.ts';
import { sqlType, type TypeContext } from './source-types.ts';
import {
  flatName,
  fullName,
  id,
  ids,
  keyOf,
  names,
  type Part,
  parts,
  tableId,
  targetOf,
  words,
} from './words.ts';

/** The association tables that many-to-many relationships without `secondary` make (format.md 5), each once. */
export function linkTables(schema: Part, context: TypeContext): readonly string[] {
  const made = parts(schema.schema).flatMap((source) =>
    parts(source.relationships).flatMap((end) => {
      const target = context.tables.get(String(end.target_table));
      if (end.type !== 'many_to_many' || target === undefined || namesSecondary(end, source, target))
        return [];
      return [linkTable(source, target, context)];
    }),
  );
  return [...new Set(made)];
}

/** Whether the end, or one at the other side that may be its partner, names an association table. */
const namesSecondary = (end: Part, source: Part, target: Part): boolean =>
  end.secondary !== undefined ||
  parts(target.relationships).some(
    (it) =>
      it.type === 'many_to_many' &&
      it.target_table === fullName(source) &&
      it.secondary !== undefined &&
      (end.back_populates === undefined || it.name === undefined || end.back_populates === it.name) &&
      (it.back_populates === undefined || end.name === undefined || it.back_populates === end.name),
  );

function linkTable(source: Part, target: Part, context: TypeContext): string {
  const sides = [source, target].sort((x, y) => (String(x.table_name) < String(y.table_name) ? -1 : 1));
  const namespace = sides[0]?.namespace;
  const name = sides.map((it) => it.table_name).join('_');
  const columns = sides.map((table) => linkColumns(table, context));
  const keys = sides.map(
    (table, i) =>
      `FOREIGN KEY (${ids((columns[i] ?? []).map((it) => it.name))}) REFERENCES ${tableId(fullName(table))} (${ids(keyOf(table))}) ON DELETE CASCADE`,
  );
  const all = columns.flat();
  return `CREATE TABLE ${tableId(namespace === undefined ? name : `${namespace}.${name}`)} (${[
    ...all.map((it) => `${id(it.name)} ${it.type} NOT NULL`),
    `PRIMARY KEY (${ids(all.map((it) => it.name))})`,
    ...keys,
  ].join(', ')})`;
}

type LinkColumn = { readonly name: string; readonly type: string };

const linkColumns = (table: Part, context: TypeContext): readonly LinkColumn[] =>
  keyOf(table).map((key) => ({
    name: `${singularName(String(table.table_name))}_${key}`,
    type: sqlType(parts(table.columns).find((it) => it.name === key) ?? {}, flatName(table), context),
  }));

/**
 * The uniques of a table: of columns, of constraints, and of the keys of one-to-one relationships. Under soft delete they
 * are partial indexes over the rows that are not deleted, unless a foreign key references their columns.
 */
export function uniquesOf(table: Part, schema: Part): readonly string[] {
  const on = tableId(fullName(table));
  const written = parts(table.constraints)
    .filter((it) => it.type === 'unique')
    .map((it) => ({ columns: names(it.columns), name: it.name }));
  const single = parts(table.columns)
    .filter((it) => it.unique === true && String(keyOf(table)) !== it.name)
    .map((it) => ({ columns: [String(it.name)], name: undefined }));
  const all = [...written, ...single].filter((it) => String(it.columns) !== String(keyOf(table)));
  const added = addedUniques(table, schema).map((columns) => ({ columns, name: undefined }));
  return once([...all, ...added]).map(({ columns, name }) =>
    isSoftDeleted(table) && !isReferenced(columns, fullName(table), schema)
      ? words(
          'CREATE UNIQUE INDEX',
          name !== undefined && id(name),
          `ON ${on} (${ids(columns)}) WHERE deleted_at IS NULL`,
        )
      : words(
          `ALTER TABLE ${on} ADD`,
          name !== undefined && `CONSTRAINT ${id(name)}`,
          `UNIQUE (${ids(columns)})`,
        ),
  );
}

/** The keys of one-to-one relationships that nothing else makes unique. */
export const addedUniques = (table: Part, schema: Part): readonly (readonly string[])[] =>
  oneToOneKeys(table, schema).filter((key) => !isUnique(table, key));

type Unique = { readonly columns: readonly string[]; readonly name: unknown };

/** PostgreSQL makes one constraint of several over the same columns; a name that is written stays. */
const once = (all: readonly Unique[]): readonly Unique[] => [
  ...new Map(
    all
      .toSorted((a, b) => Number(a.name !== undefined) - Number(b.name !== undefined))
      .map((it) => [String(it.columns), it]),
  ).values(),
];

const isSoftDeleted = (table: Part): boolean =>
  (table.options as Part | undefined)?.use_soft_delete === true &&
  parts(table.columns).every((it) => it.name !== 'deleted_at');

const sorted = (all: readonly unknown[]): string => JSON.stringify([...all].sort());

const isReferenced = (columns: readonly string[], table: string, schema: Part): boolean =>
  parts(schema.schema)
    .flatMap((holder) => keysOf(holder))
    .some((key) => key.target === table && sorted(key.targetColumns) === sorted(columns));

type Key = {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
};

function keysOf(table: Part): readonly Key[] {
  return [
    ...parts(table.columns).flatMap((it) => {
      if (it.target === undefined) return [];
      const { table: target, column } = targetOf(it.target);
      return [{ columns: [String(it.name)], target, targetColumns: [column] }];
    }),
    ...parts(table.constraints).flatMap((it) =>
      it.type === 'foreign_key'
        ? [
            {
              columns: names(it.columns),
              target: String(it.target_table),
              targetColumns: names(it.target_columns),
            },
          ]
        : [],
    ),
  ];
}

const isUnique = (table: Part, columns: readonly string[]): boolean =>
  [
    keyOf(table),
    ...parts(table.columns).flatMap((it) => (it.unique === true ? [[String(it.name)]] : [])),
    ...parts(table.constraints).flatMap((it) => (it.type === 'unique' ? [names(it.columns)] : [])),
    ...parts(table.indexes).flatMap((it) =>
      it.unique === true &&
      it.where === undefined &&
      names(it.columns).every((name) => typeof name === 'string')
        ? [names(it.columns)]
        : [],
    ),
  ].some((unique) => unique.length > 0 && unique.every((it) => columns.includes(it)));

/** The keys of a table that carry a one-to-one relationship, on whichever end it is written. */
function oneToOneKeys(table: Part, schema: Part): readonly (readonly string[])[] {
  const own = fullName(table);
  return parts(schema.schema).flatMap((source) =>
    parts(source.relationships)
      .filter((it) => it.type === 'one_to_one' && (source === table || it.target_table === own))
      .flatMap((it) => {
        const other = source === table ? String(it.target_table) : fullName(source);
        const fits = (key: Key): boolean =>
          it.foreign_key === undefined || sorted([it.foreign_key].flat()) === sorted(key.columns);
        const here = keysOf(table).filter((key) => key.target === other && fits(key));
        const there = keysOf(tableNamed(other, schema)).filter((key) => key.target === own && fits(key));
        return here.length + (other === own ? 0 : there.length) === 1 ? here.map((key) => key.columns) : [];
      }),
  );
}

const tableNamed = (name: string, schema: Part): Part =>
  parts(schema.schema).find((it) => fullName(it) === name) ?? {};
