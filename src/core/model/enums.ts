import { enumTypeName, memberName } from '../schema/derived-names.ts';
import { distinct } from '../schema/identifiers.ts';
import { pascalCase } from '../schema/names.ts';
import { pythonAttribute, pythonClass, SCHEMA_NAMES } from '../schema/python-names.ts';
import { type ColumnView, type SchemaView, type TableView, texts } from '../schema/view.ts';
import type { EnumType } from './column-type.ts';

/** The Python classes of all inline enums, by their column. */
export type EnumClasses = ReadonlyMap<ColumnView, string>;

/** Endings of the classes that each table gets in `schemas.py`. */
const SCHEMA_CLASSES = ['Create', 'Update', 'Public', 'Page', 'ListParams'];

/** Names the class of every inline enum: class and column joined, with `Enum` at the end where that is taken. */
export function nameEnums(view: SchemaView, classOf: (table: TableView) => string): EnumClasses {
  const classes = view.tables.map(classOf);
  const taken = new Set([
    ...SCHEMA_NAMES,
    ...classes,
    ...classes.flatMap((it) => SCHEMA_CLASSES.map((end) => it + end)),
    ...view.tables.flatMap((it) => it.columns.map((column) => pythonAttribute(column.name ?? ''))),
  ]);
  const names = new Map<ColumnView, string>();
  for (const table of view.tables) {
    for (const column of table.columns.filter((it) => it.type === 'Enum')) {
      const name = freeName(pythonClass(classOf(table) + pascalCase(column.name ?? '')), taken);
      taken.add(name);
      names.set(column, name);
    }
  }
  return names;
}

const freeName = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? freeName(`${name}Enum`, taken) : name;

/** The type of an enum column: `{table}_{column}` in the database. */
export function enumType(column: ColumnView, classes: EnumClasses): EnumType {
  const values = texts(column.raw.values).map((it) => it.text);
  const names = distinct(values.map(memberName));
  return {
    kind: 'enum',
    name: enumTypeName(column.table ?? '', column.name ?? ''),
    className: classes.get(column) ?? '',
    members: values.map((value, i) => ({ name: names[i] ?? '', value })),
  };
}
