import type { EnumType } from '../model/column-type.ts';
import type { Column, Model, Relationship, Table } from '../model/model.ts';
import { enumTypeName } from '../schema/derived-names.ts';
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
import { annotationOf, keyWords, wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of a model mentions. */
export function modelView(table: Table, model: Model): TemplateView {
  const tableArgs = tableArguments(table);
  const bases = [table.timestamps ? 'TimestampMixin' : '', table.softDelete ? 'SoftDeleteMixin' : '', 'Base'];
  const targets = distinctBy(table.relationships, (it) => it.targetClass).filter((it) => !it.selfReference);
  return {
    className: table.className,
    bases: bases.filter((it) => it !== '').join(', '),
    docstring: table.description === undefined ? false : docstringText(table.description),
    tableLiteral: pythonString(table.name),
    hasTableArgs: tableArgs.length > 0,
    tableArgs,
    enums: enumsOf(table).map(enumView),
    columns: table.columns.filter((it) => !isMixedIn(table, it)).map((it) => columnView(it, table, model)),
    hasRelationships: table.relationships.length > 0,
    relationships: table.relationships.map((it) => relationshipView(it, model)),
    hasTypeImports: targets.length > 0,
    typeImports: targets.map((it) => `from app.models.${it.targetModule} import ${it.targetClass}`),
    modelImports: [...associationImports(table, model), ...enumImports(table, model)],
  };
}

/** Columns that a mixin declares. */
const isMixedIn = (table: Table, it: Column): boolean =>
  (table.timestamps && (it.origin === 'created_at' || it.origin === 'updated_at')) ||
  (table.softDelete && it.origin === 'deleted_at');

/** The enums that a table declares; a foreign key to an enum column uses the other table's. */
export const enumsOf = (table: Table): readonly EnumType[] =>
  table.columns.flatMap(({ name, type }) =>
    type.kind === 'enum' && type.name === enumTypeName(table.name, name) ? [type] : [],
  );

const enumView = (it: EnumType): TemplateView => ({
  enumClass: it.className,
  members: it.members.map((member) => ({ memberName: member.name, memberValue: pythonString(member.value) })),
});

function enumImports(table: Table, model: Model): readonly string[] {
  const own = new Set(enumsOf(table).map((it) => it.name));
  return table.columns.flatMap(({ type }) => {
    if (type.kind !== 'enum' || own.has(type.name)) return [];
    const owner = model.tables.find((it) => enumsOf(it).some((other) => other.name === type.name));
    return owner === undefined ? [] : [`from app.models.${owner.module} import ${type.className}`];
  });
}

function associationImports(table: Table, model: Model): readonly string[] {
  const modules = table.relationships.flatMap((it) => associationModule(it, model) ?? []);
  return [...new Set(modules)].map((it) => `from app.models.${it} import ${it}`);
}

const associationModule = (it: Relationship, model: Model): string | undefined =>
  it.secondary?.declared === false
    ? model.associations.find((made) => made.name === it.secondary?.table)?.module
    : undefined;

function columnView(column: Column, table: Table, model: Model): TemplateView {
  const args = call(
    column.attribute === column.name ? undefined : pythonString(column.name),
    typeArgument(column, model),
    column.autoincrement ? 'sa.Identity()' : undefined,
    column.foreignKey === undefined ? undefined : foreignKeyCall(column.foreignKey),
    ...keyArguments(column, table),
    ...defaultArguments(column),
    isSentinel(column, table) ? 'insert_sentinel=True' : undefined,
    column.origin === 'updated_at' ? 'onupdate=utcnow' : undefined,
    // An annotation with Any does not tell.
    column.type.kind === 'json' && !column.nullable ? 'nullable=False' : undefined,
  );
  return { attribute: column.attribute, mapped: annotationOf(column), call: args === '' ? false : args };
}

/** SQLAlchemy stores the default of a column in place of None, unless its type says that None is a value. */
function typeArgument(column: Column, model: Model): string | undefined {
  const words = wordsOf(column.type);
  if (column.nullable && defaultOf(column) !== undefined)
    return words.nullable ?? `${words.model ?? words.migration}.evaluates_none()`;
  return hasTypeOfTarget(column, model) ? undefined : (keyWords(column)?.model ?? words.model);
}

/** By such a key SQLAlchemy can tell many rows that it inserts at once, in spite of the server's default. */
const isSentinel = (column: Column, { primaryKey, api }: Table): boolean =>
  primaryKey.columns.length === 1 &&
  column.primaryKey &&
  isMade(column) &&
  api?.operations.includes('bulk_create') === true;

/** SQLAlchemy takes the type of a key from the column that it references. */
function hasTypeOfTarget({ foreignKey, type }: Column, model: Model): boolean {
  const table = model.tables.find((it) => it.name === foreignKey?.targetTable);
  const target = table?.columns.find((it) => it.name === foreignKey?.targetColumns[0]);
  return target !== undefined && JSON.stringify(target.type) === JSON.stringify(type);
}

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

function relationshipView(it: Relationship, model: Model): TemplateView {
  const target = pythonString(it.targetClass);
  const args = call(
    secondaryArgument(it, model),
    ...keyOfRelationship(it),
    it.backPopulates === undefined ? undefined : `back_populates=${pythonString(it.backPopulates)}`,
    ...writeArguments(it),
    orderArgument(it),
    isReadOnFlush(it, model) ? undefined : 'lazy="raise_on_sql"',
  );
  return { attribute: it.attribute, mapped: mappedOf(it, target), args };
}

function mappedOf(it: Relationship, target: string): string {
  if (it.type === 'one_to_many' || it.type === 'many_to_many') return `list[${target}]`;
  return it.required ? target : pythonString(`${it.targetClass} | None`);
}

function secondaryArgument(it: Relationship, model: Model): string | undefined {
  if (it.secondary === undefined) return undefined;
  return `secondary=${associationModule(it, model) ?? pythonString(it.secondary.table)}`;
}

function keyOfRelationship(it: Relationship): readonly (string | undefined)[] {
  if (it.secondary !== undefined || !(it.ambiguous || it.selfReference)) return [];
  const own = `foreign_keys=[${it.keyAttributes.join(', ')}]`;
  const others = `foreign_keys=${pythonString(it.keyAttributes.map((key) => `${it.holderClass ?? ''}.${key}`).join(', '))}`;
  return [
    it.holdsKey ? own : others,
    it.holdsKey && it.selfReference ? `remote_side=[${it.remoteAttributes.join(', ')}]` : undefined,
  ];
}

function writeArguments(it: Relationship): readonly (string | undefined)[] {
  if (it.viewOnly) return ['viewonly=True'];
  const orphans = it.cascade === 'all, delete-orphan' && (it.holdsKey || it.secondary !== undefined);
  return [
    it.cascade === undefined ? undefined : `cascade=${pythonString(it.cascade)}`,
    orphans ? 'single_parent=True' : undefined,
    it.passiveDeletes === undefined
      ? undefined
      : `passive_deletes=${it.passiveDeletes === 'all' ? '"all"' : 'True'}`,
    it.postUpdate ? 'post_update=True' : undefined,
  ];
}

/**
 * Where SQLAlchemy itself has to read the other rows: those that it deletes along, unless the database does that,
 * and the parent in a tree whose key is not the primary key, which it cannot find among the rows it knows.
 */
function isReadOnFlush(it: Relationship, model: Model): boolean {
  if (it.selfReference && it.holdsKey && !leadsToKey(it, model)) return true;
  return (
    it.cascade !== undefined &&
    !it.viewOnly &&
    (it.passiveDeletes === undefined || it.secondary !== undefined)
  );
}

function leadsToKey(it: Relationship, model: Model): boolean {
  const key = model.tables.find((table) => table.name === it.targetTable)?.primaryKey.columns ?? [];
  return (
    key.length === it.remoteAttributes.length &&
    key.every((column) => it.remoteAttributes.includes(column.attribute))
  );
}

function orderArgument(it: Relationship): string | undefined {
  if (it.orderBy.length === 0) return undefined;
  const terms = it.orderBy.map(
    (term) => `${it.targetClass}.${term.attribute}${term.descending ? '.desc()' : ''}`,
  );
  return `order_by=${pythonString(terms.join(', '))}`;
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((it) => [key(it), it])).values()];
}
