import { COLUMN_TYPES, isColumnTypeName } from '../schema/column-types.ts';
import type { ColumnView, Part, TableView } from '../schema/view.ts';
import { columnLabel, keyAt, quote, tableLabel } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB301: properties that have no effect where they stand. */
export const propertyNotForType: Rule = {
  code: 'BB301',
  name: 'property-not-for-type',
  severity: 'warning',
  summary: 'A property has no effect on a column, relationship or constraint of this type.',
  check: (view) =>
    view.tables.flatMap((table) => [
      ...table.columns.flatMap(ofColumn),
      ...table.relationships.flatMap((it) => ofPart(it, { rows: RELATIONSHIP, what: 'relationship', table })),
      ...table.constraints.flatMap((it) => ofPart(it, { rows: CONSTRAINT, what: 'constraint', table })),
    ]),
};

const OWN: readonly string[] = Object.values(COLUMN_TYPES).flatMap((it) => [...it.own]);

/** The properties that belong to other types, by type. */
const IDLE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(COLUMN_TYPES).map(([type, { own }]) => {
    const mine: readonly string[] = own;
    return [type, new Set(OWN.filter((it) => !mine.includes(it)))];
  }),
);
const OF_TARGET: ReadonlySet<string> = new Set(['on_delete', 'on_update', 'deferrable']);

function ofColumn(column: ColumnView): readonly RuleFinding[] {
  const { type } = column;
  if (!isColumnTypeName(type)) return [];
  const properties = Object.keys(column.raw);
  const idle = properties.filter((it) => IDLE.get(type)?.has(it) && !isNumbering(column, it));
  const targetless = hasTarget(column) ? [] : properties.filter((it) => OF_TARGET.has(it));
  return [
    ...targetless.map((it) => withoutTarget(column, it)),
    ...idle.map((it) => ({
      ...keyAt(column, it),
      message: `${quote(it)} has no effect on ${columnLabel(column)}, which is of the type ${type}`,
    })),
  ];
}

/** Numbering of anything but whole numbers is an error of its own (BB312); a reference may be a whole number. */
const isNumbering = (column: ColumnView, property: string): boolean =>
  property === 'autoincrement' && (column.raw.autoincrement === true || column.type === 'ForeignKey');

const hasTarget = (column: ColumnView): boolean =>
  column.type === 'ForeignKey' || column.raw.target !== undefined;

const withoutTarget = (column: ColumnView, property: string): RuleFinding => ({
  ...keyAt(column, property),
  message: `${quote(property)} has no effect on ${columnLabel(column)}, which has no "target"`,
});

/** For each property the types that it has an effect on. */
type Rows = Readonly<Record<string, readonly string[]>>;

const RELATIONSHIP: Rows = {
  foreign_key: ['one_to_many', 'many_to_one', 'one_to_one'],
  secondary: ['many_to_many'],
  order_by: ['one_to_many', 'many_to_many'],
};

const CONSTRAINT: Rows = {
  columns: ['primary_key', 'unique', 'foreign_key'],
  expression: ['check'],
  target_table: ['foreign_key'],
  target_columns: ['foreign_key'],
  on_delete: ['foreign_key'],
  on_update: ['foreign_key'],
  deferrable: ['foreign_key'],
  method: ['exclude'],
  elements: ['exclude'],
  where: ['exclude'],
};

type Table = { readonly rows: Rows; readonly what: string; readonly table: TableView };

function ofPart(part: Part, { rows, what, table }: Table): readonly RuleFinding[] {
  const { type } = part.raw;
  const known = Object.values(rows).flat();
  if (typeof type !== 'string' || !known.includes(type)) return [];
  return Object.keys(part.raw)
    .filter((it) => Object.hasOwn(rows, it) && rows[it]?.includes(type) === false)
    .map((it) => ({
      ...keyAt(part, it),
      message: `${quote(it)} has no effect on a ${what} of the type ${quote(type)}, as here in ${tableLabel(table)}`,
    }));
}
