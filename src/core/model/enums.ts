import { enumTypeName, memberName } from '../schema/derived-names.ts';
import { dialectOf } from '../schema/dialects.ts';
import { distinct } from '../schema/identifiers.ts';
import { type EnumView, enumSource, namedEnums } from '../schema/named-enums.ts';
import { pascalCase } from '../schema/names.ts';
import { pythonAttribute, pythonClass, SCHEMA_NAMES } from '../schema/python-names.ts';
import { type ColumnView, type SchemaView, type TableView, text, texts } from '../schema/view.ts';
import type { EnumType, NamedEnum } from './column-type.ts';
import type { Table } from './model.ts';

/** The types of all enums, by the column or the named enum that lists their values. */
export type EnumTypes = ReadonlyMap<ColumnView | EnumView, EnumType>;

/** The Python names of a table. */
export type TableNames = Pick<Table, 'className' | 'module' | 'variable'>;

/** Endings of the classes that each table gets in `schemas.py`. */
const SCHEMA_CLASSES = ['Create', 'Update', 'Public', 'Page', 'ListParams'];

/** Module of the named enums. */
const SHARED_MODULE = 'enums';

type Source = {
  readonly part: ColumnView | EnumView;
  /** Name of the type in the database. */
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly wantedClass: string;
  readonly module: string;
};

/**
 * The type of every enum: a named one has its own name, an inline one `{table}_{column}`. Classes are named alike, with
 * `Enum` at the end where a name is taken.
 */
export function buildEnums(view: SchemaView, names: ReadonlyMap<TableView, TableNames>): EnumTypes {
  const sources = [...namedEnums(view).map((it) => namedSource(it, view)), ...inlineSources(view, names)];
  const variables = distinct(sources.map((it) => `${identifierOf(it.name)}_enum`));
  const taken = takenClasses(view, [...names.values()]);
  return new Map(
    sources.map((it, i) => {
      const className = freeName(pythonClass(it.wantedClass), taken);
      taken.add(className);
      return [it.part, enumType(it, className, variables[i] ?? '')];
    }),
  );
}

const namedSource = (part: EnumView, view: SchemaView): Source => ({
  part,
  name: part.name ?? '',
  namespace: dialectOf(view).namespaces ? text(part.raw.namespace) : undefined,
  wantedClass: pascalCase(part.name ?? ''),
  module: SHARED_MODULE,
});

const inlineSources = (view: SchemaView, names: ReadonlyMap<TableView, TableNames>): readonly Source[] =>
  view.tables.flatMap((table) =>
    table.columns
      .map((it) => it.items ?? it)
      .filter((it) => it.type === 'Enum' && it.raw.enum === undefined)
      .map((part) => ({
        part,
        name: enumTypeName(table.name ?? '', part.name ?? ''),
        wantedClass: (names.get(table)?.className ?? '') + pascalCase(part.name ?? ''),
        module: names.get(table)?.module ?? '',
      })),
  );

function takenClasses(view: SchemaView, names: readonly TableNames[]): Set<string> {
  const classes = names.map((it) => it.className);
  return new Set([
    ...SCHEMA_NAMES,
    ...classes,
    ...classes.flatMap((it) => SCHEMA_CLASSES.map((end) => it + end)),
    ...view.tables.flatMap((it) => it.columns.map((column) => pythonAttribute(column.name ?? ''))),
  ]);
}

const freeName = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? freeName(`${name}Enum`, taken) : name;

/** The ending of a variable keeps it apart from every other name of the migration. */
const identifierOf = (name: string): string =>
  name.replace(/[^\p{ID_Continue}]+/gu, '_').replace(/^(\d)/, '_$1');

function enumType({ part, name, namespace, module }: Source, className: string, variable: string): EnumType {
  const values = texts(part.raw.values).map((it) => it.text);
  const members = distinct(values.map(memberName));
  return {
    kind: 'enum',
    name,
    namespace,
    className,
    module,
    variable,
    members: values.map((value, i) => ({ name: members[i] ?? '', value })),
  };
}

/** The named enums with their types, in the order of the schema. */
export const namedTypes = (view: SchemaView, types: EnumTypes): readonly NamedEnum[] =>
  namedEnums(view).flatMap((it) => {
    const type = types.get(it);
    return type === undefined ? [] : [{ type, description: text(it.raw.description)?.trim() || undefined }];
  });

/** The type of a column of the type `Enum`: its own, or that of the enum that it names. */
export function enumOfColumn(view: SchemaView, column: ColumnView, types: EnumTypes): EnumType | undefined {
  const source = enumSource(view, column);
  return source === undefined ? undefined : types.get(source);
}
