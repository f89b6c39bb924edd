import { type EnumType, innerType } from '../model/column-type.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { ownKeys, typeSource } from '../model/references.ts';
import { ownName } from '../schema/namespaces.ts';
import { oncePer } from '../shared/once-per.ts';
import { enumImports } from './enum-imports.ts';
import { pythonString } from './literals.ts';
import {
  call,
  commentOf,
  foreignKeyCall,
  isColumnKey,
  isColumnUnique,
  isNotNumbered,
} from './python/constraints.ts';
import { defaultOf, isMade } from './python/defaults.ts';
import { defaultWords, typeWords } from './python/dialect-words.ts';
import { docstringText } from './python/docstring.ts';
import { isColumnIndex } from './python/indexes.ts';
import { identityCall, sequenceCall } from './python/numbering.ts';
import { computedArgument, tableArguments } from './python/table-arguments.ts';
import { annotationOf, keyWords, numberedWords } from './python/types.ts';
import { associationModule, relationshipView } from './relationship-view.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of a model mentions. */
export function modelView(table: Table, model: Model): TemplateView {
  const tableArgs = tableArguments(table, model);
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
    tableLiteral: pythonString(ownName(table.name)),
    hasTableArgs: tableArgs.length > 0,
    tableArgs,
    enums: enumsOf(table).map(enumView),
    columns,
    hasRelationships: table.relationships.length > 0,
    relationships: table.relationships.map((it) => relationshipView(it, { table, model, assigned })),
    hasTypeImports: targets.length > 0,
    typeImports: targets.map((it) => `from app.models.${it.targetModule} import ${it.targetClass}`),
    modelImports: [...associationImports(table, model), ...enumImports(table.columns, table.module)],
  };
}

/** Columns that a mixin declares. */
const isMixedIn = (table: Table, it: Column): boolean =>
  (table.timestamps && (it.origin === 'created_at' || it.origin === 'updated_at')) ||
  (table.softDelete && it.origin === 'deleted_at') ||
  it.origin === 'version';

/** The enums that the module of a table declares; of others it imports the class. */
export const enumsOf: (table: Table) => readonly EnumType[] = oncePer((table: Table) => [
  ...new Set(
    table.columns.flatMap((it) => {
      const type = innerType(it.type);
      return type.kind === 'enum' && type.module === table.module ? [type] : [];
    }),
  ),
]);

/** The class of an enum. */
export const enumView = (it: EnumType): TemplateView => ({
  enumClass: it.className,
  members: it.members.map((member) => ({ memberName: member.name, memberValue: pythonString(member.value) })),
});

function associationImports(table: Table, model: Model): readonly string[] {
  const modules = table.relationships.flatMap((it) => associationModule(it, model) ?? []);
  return [...new Set(modules)].map((it) => `from app.models.${it} import ${it}`);
}

function columnView(column: Column, table: Table, model: Model) {
  const args = call(
    column.attribute === column.name ? undefined : pythonString(column.name),
    typeArgument(column, model),
    identityCall(column),
    column.sequence === undefined ? undefined : sequenceCall(column.sequence),
    computedArgument(column, 'model', model),
    ...ownKeys(column).map(foreignKeyCall),
    ...keyArguments(column, table),
    ...defaultArguments(column, model),
    isSentinel(column, table) ? 'insert_sentinel=True' : undefined,
    column.origin === 'updated_at' ? 'onupdate=utcnow' : undefined,
    // An annotation with Any does not tell.
    column.type.kind === 'json' && !column.nullable ? 'nullable=False' : undefined,
    commentOf(column),
  );
  return { attribute: column.attribute, mapped: annotationOf(column), call: args === '' ? false : args };
}

/**
 * SQLAlchemy takes the type of a key from the column that it references; elsewhere the annotation may tell it. It
 * stores the default of a column in place of None, unless its type says that None is a value.
 */
function typeArgument(column: Column, model: Model): string | undefined {
  const words = typeWords(column, model);
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
  (isMade(column) || column.sequence !== undefined) &&
  api?.operations.includes('bulk_create') === true;

/** What a column says of the keys and indexes that it is alone. */
export function keyArguments(column: Column, table: Table): readonly (string | undefined)[] {
  const isKey = column.primaryKey && isColumnKey(table);
  return [
    isKey ? 'primary_key=True' : undefined,
    isNotNumbered(column, table) ? 'autoincrement=False' : undefined,
    table.uniques.some((it) => it.columns[0] === column && isColumnUnique(table, it))
      ? 'unique=True'
      : undefined,
    table.indexes.some((it) => it.elements[0]?.column === column && isColumnIndex(table, it))
      ? 'index=True'
      : undefined,
  ];
}

/** The values of new rows. */
export function defaultArguments(column: Column, model: Model): readonly (string | undefined)[] {
  const words = defaultWords(column, model);
  if (words === undefined) return [];
  return [
    words.python === undefined ? undefined : `default=${words.python}`,
    words.server === undefined ? undefined : `server_default=${words.server}`,
  ];
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((it) => [key(it), it])).values()];
}
