import type { EnumType } from '../model/column-type.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { ownKeys, typeSource } from '../model/references.ts';
import { enumTypeName } from '../schema/derived-names.ts';
import { oncePer } from '../shared/once-per.ts';
import { pythonString } from './literals.ts';
import {
  call,
  foreignKeyCall,
  isColumnIndex,
  isColumnKey,
  isColumnUnique,
  isNotNumbered,
  tableArguments,
} from './python/constraints.ts';
import { defaultOf, isMade } from './python/defaults.ts';
import { docstringText } from './python/docstring.ts';
import { annotationOf, keyWords, numberedWords, wordsOf } from './python/types.ts';
import { associationModule, relationshipView } from './relationship-view.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of a model mentions. */
export function modelView(table: Table, model: Model): TemplateView {
  const tableArgs = tableArguments(table);
  const bases = [
    table.timestamps ? 'TimestampMixin' : '',
    table.softDelete ? 'SoftDeleteMixin' : '',
    table.versioned ? 'VersionMixin' : '',
    'Base',
  ];
  const columns = table.columns
    .filter((it) => !isMixedIn(table, it))
    .map((it) => columnView(it, table, model));
  const assigned = new Set(columns.filter((it) => it.call !== false).map((it) => it.attribute));
  const targets = distinctBy(table.relationships, (it) => it.targetClass).filter((it) => !it.selfReference);
  return {
    className: table.className,
    bases: bases.filter((it) => it !== '').join(', '),
    docstring: table.description === undefined ? false : docstringText(table.description),
    tableLiteral: pythonString(table.name),
    hasTableArgs: tableArgs.length > 0,
    tableArgs,
    enums: enumsOf(table).map(enumView),
    columns,
    hasRelationships: table.relationships.length > 0,
    relationships: table.relationships.map((it) => relationshipView(it, { table, model, assigned })),
    hasTypeImports: targets.length > 0,
    typeImports: targets.map((it) => `from app.models.${it.targetModule} import ${it.targetClass}`),
    modelImports: [...associationImports(table, model), ...enumImports(table, model)],
  };
}

/** Columns that a mixin declares. */
const isMixedIn = (table: Table, it: Column): boolean =>
  (table.timestamps && (it.origin === 'created_at' || it.origin === 'updated_at')) ||
  (table.softDelete && it.origin === 'deleted_at') ||
  it.origin === 'version';

/** The enums that a table declares; a foreign key to an enum column uses the other table's. */
export const enumsOf: (table: Table) => readonly EnumType[] = oncePer((table: Table) =>
  table.columns.flatMap(({ name, type }) =>
    type.kind === 'enum' && type.name === enumTypeName(table.name, name) ? [type] : [],
  ),
);

/** The table that declares an enum, by the enum's class. */
export const enumOwner = (it: EnumType, model: Model): Table | undefined =>
  enumOwners(model).get(it.className);

const enumOwners = oncePer(
  (model: Model) =>
    new Map(model.tables.flatMap((table) => enumsOf(table).map((it) => [it.className, table]))),
);

const enumView = (it: EnumType): TemplateView => ({
  enumClass: it.className,
  members: it.members.map((member) => ({ memberName: member.name, memberValue: pythonString(member.value) })),
});

function enumImports(table: Table, model: Model): readonly string[] {
  const own = new Set(enumsOf(table).map((it) => it.name));
  return table.columns.flatMap(({ type }) => {
    if (type.kind !== 'enum' || own.has(type.name)) return [];
    const owner = enumOwner(type, model);
    return owner === undefined ? [] : [`from app.models.${owner.module} import ${type.className}`];
  });
}

function associationImports(table: Table, model: Model): readonly string[] {
  const modules = table.relationships.flatMap((it) => associationModule(it, model) ?? []);
  return [...new Set(modules)].map((it) => `from app.models.${it} import ${it}`);
}

function columnView(column: Column, table: Table, model: Model) {
  const args = call(
    column.attribute === column.name ? undefined : pythonString(column.name),
    typeArgument(column, model),
    column.autoincrement ? 'sa.Identity()' : undefined,
    ...ownKeys(column).map(foreignKeyCall),
    ...keyArguments(column, table),
    ...defaultArguments(column),
    isSentinel(column, table) ? 'insert_sentinel=True' : undefined,
    column.origin === 'updated_at' ? 'onupdate=utcnow' : undefined,
    // An annotation with Any does not tell.
    column.type.kind === 'json' && !column.nullable ? 'nullable=False' : undefined,
  );
  return { attribute: column.attribute, mapped: annotationOf(column), call: args === '' ? false : args };
}

/**
 * SQLAlchemy takes the type of a key from the column that it references; elsewhere the annotation may tell it. It
 * stores the default of a column in place of None, unless its type says that None is a value.
 */
function typeArgument(column: Column, model: Model): string | undefined {
  const words = wordsOf(column.type);
  if (column.nullable && defaultOf(column) !== undefined) {
    const type = numberedWords(column, model)?.model ?? words.model ?? words.migration;
    return words.nullable ?? `${type}.evaluates_none()`;
  }
  if (typeSource(column, model) !== undefined) return undefined;
  const untold = ownKeys(column).length > 0 ? words.migration : undefined;
  return keyWords(column)?.model ?? words.model ?? untold;
}

/** By such a key SQLAlchemy can tell many rows that it inserts at once, in spite of the server's default. */
const isSentinel = (column: Column, { primaryKey, api }: Table): boolean =>
  primaryKey.columns.length === 1 &&
  column.primaryKey &&
  isMade(column) &&
  api?.operations.includes('bulk_create') === true;

function keyArguments(column: Column, table: Table): readonly (string | undefined)[] {
  const isKey = column.primaryKey && isColumnKey(table);
  return [
    isKey ? 'primary_key=True' : undefined,
    isNotNumbered(column, table) ? 'autoincrement=False' : undefined,
    table.uniques.some((it) => it.columns[0] === column && isColumnUnique(table, it))
      ? 'unique=True'
      : undefined,
    table.indexes.some((it) => it.columns[0] === column && isColumnIndex(table, it))
      ? 'index=True'
      : undefined,
  ];
}

function defaultArguments(column: Column): readonly (string | undefined)[] {
  const words = defaultOf(column);
  if (words === undefined) return [];
  return [
    words.python === undefined ? undefined : `default=${words.python}`,
    `server_default=${words.server}`,
  ];
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((it) => [key(it), it])).values()];
}
