import { indexName } from '../schema/derived-names.ts';
import {
  type ElementView,
  elementsOf,
  isExclusion,
  isOwnNulls,
  methodOf,
  whyNotOnSqlite,
} from '../schema/index-elements.ts';
import { extensionOf } from '../schema/index-methods.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { columnOf, type Part, type SchemaView, type TableView, text, texts } from '../schema/view.ts';
import { conditionOf } from './conditions.ts';
import { filledColumns } from './constraints.ts';
import type { Column, Exclusion, Index, IndexElement, IndexedValue, Unique } from './model.ts';
import { onceByName, pick } from './table-draft.ts';

type IndexContext = {
  readonly columns: readonly Column[];
  readonly uniques: readonly Unique[];
  readonly view: SchemaView;
};

/** Indexes of single columns, then the written ones; a unique column needs none of its own. */
export function buildIndexes(table: TableView, context: IndexContext): readonly Index[] {
  const { uniques } = context;
  const unique = new Set(uniques.flatMap((it) => (it.columns.length === 1 ? [it.columns[0]?.name] : [])));
  const single = table.columns.filter(
    (it) => it.raw.index === true && it.name !== undefined && !unique.has(it.name),
  );
  const indexes = [
    ...single.map(({ name }): Part => ({ at: [], raw: { columns: [name ?? ''] } })),
    ...table.indexes,
  ];
  return onceByName(
    indexes.map((it) => indexOf(it, table, context)),
    uniques,
  );
}

function indexOf(part: Part, table: TableView, { columns, view }: IndexContext): Index {
  const { raw } = part;
  const onPostgresql = view.dbType === 'postgresql';
  const elements = elementsOf(part);
  const [method, where] = [text(raw.method), text(raw.where)];
  return {
    name: text(raw.name) ?? indexName(table.name ?? '', part),
    elements: elements.flatMap((it) => elementOf(it, { columns, view })),
    unique: raw.unique === true,
    nullsNotDistinct: raw.nulls_not_distinct === true,
    filled:
      raw.unique === true && raw.nulls_not_distinct !== true
        ? filledColumns(
            view,
            pick(
              columns,
              elements.flatMap((it) => it.name ?? []),
            ),
          )
        : [],
    method: method === 'btree' ? undefined : method,
    where: where === undefined ? undefined : conditionOf(where, { columns, view }),
    include: pick(
      columns,
      texts(raw.include).map((it) => it.text),
    ),
    extensions: onPostgresql ? elements.flatMap((it) => extensionIn(it, { part, table, view })) : [],
    onPostgresqlOnly: onPostgresql && whyNotOnSqlite(part) !== undefined,
  };
}

type Columns = Pick<IndexContext, 'columns' | 'view'>;

type Place = { readonly part: Part; readonly table: TableView; readonly view: SchemaView };

function extensionIn(it: ElementView, { part, table, view }: Place): readonly string[] {
  const type = resolvedColumn(view, columnOf(table, it.name))?.type;
  const extension = extensionOf(it, methodOf(part), type);
  return extension === undefined ? [] : [extension];
}

/** The exclusions of a table, which PostgreSQL alone has. */
export const buildExclusions = (
  table: TableView,
  { columns, view }: Omit<IndexContext, 'uniques'>,
): readonly Exclusion[] =>
  table.constraints.filter(isExclusion).map((part) => {
    const where = text(part.raw.where);
    const elements = elementsOf(part);
    return {
      name: text(part.raw.name) ?? indexName(table.name ?? '', part),
      method: methodOf(part),
      elements: elements.flatMap((it) =>
        valueIn(it, { columns, view }).map((value) => ({ ...value, operator: text(it.raw.with) ?? '' })),
      ),
      where: where === undefined ? undefined : conditionOf(where, { columns, view }),
      extensions: elements.flatMap((it) => extensionIn(it, { part, table, view })),
    };
  });

function elementOf(it: ElementView, context: Columns): readonly IndexElement[] {
  const nulls = it.raw.nulls === 'first' ? 'first' : 'last';
  const order = {
    descending: it.raw.direction === 'desc',
    nulls: isOwnNulls(it) ? nulls : undefined,
    opclass: text(it.raw.opclass),
  } as const;
  return valueIn(it, context).map((value) => ({ ...value, ...order }));
}

function valueIn({ name, expression }: ElementView, context: Columns): readonly IndexedValue[] {
  if (expression !== undefined) return [{ computed: conditionOf(expression, context, 'value') }];
  return pick(context.columns, name === undefined ? [] : [name]).map((column) => ({ column }));
}

/** Whether an element can only be given to SQLAlchemy as text: it has no operator class of expressions or with an order. */
export const isWrittenOut = (it: IndexElement): boolean =>
  it.opclass !== undefined && (it.computed !== undefined || it.descending || it.nulls !== undefined);

/** The columns that an index is about, those in its expressions included. */
export const indexedColumns = ({ elements }: Index): readonly Column[] => [
  ...new Set(elements.flatMap((it) => (it.column === undefined ? it.computed.columns : [it.column]))),
];
