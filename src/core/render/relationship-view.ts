import type { ForeignKey, Model, Relationship, Table } from '../model/model.ts';
import { tableNamed, targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { pythonString } from './literals.ts';
import { call } from './python/constraints.ts';
import type { TemplateView } from './strict-mustache.ts';

type Context = {
  readonly table: Table;
  readonly model: Model;
  readonly assigned: ReadonlySet<string>;
};

/** The module of the association table that is made for a relationship; undefined when the schema declares it. */
export const associationModule = (it: Relationship, model: Model): string | undefined =>
  it.secondary?.declared === false
    ? model.associations.find((made) => made.name === it.secondary?.table)?.module
    : undefined;

/** What the template of a model says of a relationship; `assigned` are the attributes that the class body gives a value. */
export function relationshipView(it: Relationship, { table, model, assigned }: Context): TemplateView {
  const target = pythonString(it.targetClass);
  const args = call(
    secondaryArgument(it, model),
    ...joinsOfSecondary(it, model),
    ...keyOfRelationship(it, { table, model, assigned }),
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

/** Both joins in full, where the association table has several keys to one of the tables. */
function joinsOfSecondary({ secondary }: Relationship, model: Model): readonly string[] {
  if (secondary?.ambiguous !== true) return [];
  return [
    `primaryjoin=${joinOf(secondary.source, model)}`,
    `secondaryjoin=${joinOf(secondary.target, model)}`,
  ];
}

function keyOfRelationship(
  it: Relationship,
  { table, model, assigned }: Context,
): readonly (string | undefined)[] {
  if (it.secondary !== undefined || !(it.ambiguous || it.selfReference)) return [];
  const quoted = (owner: string, attributes: readonly string[]): string =>
    pythonString(attributes.length === 1 ? `${owner}.${attributes[0] ?? ''}` : listOf(owner, attributes));
  // The body of the class knows only the attributes that have a value there.
  const own = (attributes: readonly string[]): string =>
    attributes.every((name) => assigned.has(name))
      ? `[${attributes.join(', ')}]`
      : quoted(table.className, attributes);
  const { keyAttributes, remoteAttributes } = it;
  const foreign =
    it.holdsKey && !it.joined ? own(keyAttributes) : quoted(it.holderClass ?? '', keyAttributes);
  return [
    it.joined && it.foreignKey !== undefined ? `primaryjoin=${joinOf(it.foreignKey, model)}` : undefined,
    `foreign_keys=${foreign}`,
    it.holdsKey && it.selfReference ? `remote_side=${own(remoteAttributes)}` : undefined,
  ];
}

const listOf = (owner: string, attributes: readonly string[]): string =>
  `[${attributes.map((it) => `${owner}.${it}`).join(', ')}]`;

/** The join over a key in full, as a string. */
function joinOf(key: ForeignKey, model: Model): string {
  const [holder, target] = [tableNamed(key.table, model), targetTable(key, model)];
  const targets = pick(target?.columns ?? [], key.targetColumns);
  const terms = pick(holder?.columns ?? [], key.columns).map(
    (it, i) =>
      `${holder?.className ?? ''}.${it.attribute} == ${target?.className ?? ''}.${targets[i]?.attribute ?? ''}`,
  );
  return pythonString(terms.length === 1 ? (terms[0] ?? '') : `and_(${terms.join(', ')})`);
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
    it.overlaps.length === 0 ? undefined : `overlaps=${pythonString(it.overlaps.join(','))}`,
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
  const key = tableNamed(it.targetTable, model)?.primaryKey.columns ?? [];
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
