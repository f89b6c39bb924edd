import { distinct } from '../schema/identifiers.ts';
import { type End, foreignKeys, holdsKey, type Key, samePlace } from '../schema/pairing.ts';
import { pythonAttribute } from '../schema/python-names.ts';
import { type TableView, text, texts } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { oncePer } from '../shared/once-per.ts';
import type { ForeignKey, Relationship } from './model.ts';
import { buildSecondary, hasOwnWriter } from './secondary.ts';
import { type LinkContext, pick, type TableDraft } from './table-draft.ts';

/** The relationships of a table, in the order of the schema. */
export function buildRelationships(table: TableView, context: LinkContext): readonly Relationship[] {
  return endsOf(table, context).flatMap((it) => buildRelationship(it, context));
}

const endsBySource = oncePer((ends: readonly End[]) => groupBy(ends, (it) => it.source));

const endsOf = (table: TableView, { ends }: LinkContext): readonly End[] =>
  endsBySource(ends).get(table) ?? [];

const endsByKey = oncePer((ends: readonly End[]) => groupBy(ends, (it) => it.keys[0]?.view));

/** The attribute of an end in Python; columns keep their names, so an end gives way. */
export function attributeName(end: End, context: LinkContext): string {
  const draft = context.drafts.get(end.source.name ?? '');
  const ends = endsOf(end.source, context);
  const taken = draft?.columns.map((it) => it.attribute) ?? [];
  const names = distinct(
    ends.map((it) => pythonAttribute(it.attribute)),
    taken,
  );
  return names[ends.indexOf(end)] ?? end.attribute;
}

function buildRelationship(end: End, context: LinkContext): readonly Relationship[] {
  const target = context.drafts.get(end.target.name ?? '');
  if (target === undefined) return [];
  const foreignKey = keyOf(end, context);
  const holder = foreignKey === undefined ? undefined : context.drafts.get(foreignKey.table);
  const keyColumns = holder === undefined ? [] : pick(holder.columns, foreignKey?.columns ?? []);
  const holds = holdsKey(end);
  return [
    {
      attribute: attributeName(end, context),
      description: text(end.view.raw.description)?.trim() || undefined,
      type: end.view.type as Relationship['type'],
      targetTable: target.name,
      targetClass: target.className,
      targetModule: target.module,
      backPopulates: partnerName(end, context),
      holdsKey: holds,
      foreignKey,
      keyAttributes: keyColumns.map((it) => it.attribute),
      remoteAttributes: remoteAttributes(foreignKey, context),
      holderClass: holder?.className,
      ambiguous: isAmbiguous(end),
      joined: sharesColumns(end),
      selfReference: end.source === end.target,
      required: holds && keyColumns.every((it) => !it.nullable),
      ...cascades(end, foreignKey),
      postUpdate: holds && foreignKey?.useAlter === true,
      viewOnly: isViewOnly(end, context),
      secondary: buildSecondary(end, context),
      overlaps: [],
      orderBy: orderBy(end, target),
    },
  ];
}

function keyOf(end: End, context: LinkContext): ForeignKey | undefined {
  const [key] = end.keys;
  if (key === undefined) return undefined;
  return context.drafts.get(key.holder.name ?? '')?.foreignKeys[key.holder.foreignKeys.indexOf(key.view)];
}

function partnerName(end: End, context: LinkContext): string | undefined {
  const { partner } = end;
  const other =
    partner === undefined
      ? undefined
      : endsOf(end.target, context).find((it) => samePlace(it.view.at, partner.at));
  return other === undefined ? undefined : attributeName(other, context);
}

function isAmbiguous(end: End): boolean {
  if (end.view.type === 'many_to_many') return false;
  return keysBetween(end).length > 1;
}

function keysBetween({ source, target }: End): readonly Key[] {
  return [...foreignKeys(source, target), ...(source === target ? [] : foreignKeys(target, source))];
}

/** Whether the columns of the key hold another key between the tables, so that naming them does not choose. */
function sharesColumns(end: End): boolean {
  const [key] = end.keys;
  if (key === undefined) return false;
  return keysBetween(end).some(
    (it) =>
      it.view !== key.view &&
      it.holder === key.holder &&
      it.view.columns.every((name) => key.view.columns.includes(name)),
  );
}

type Cascades = Pick<Relationship, 'cascade' | 'passiveDeletes'>;

/**
 * SQLAlchemy's cascade and passive_deletes from the schema's `cascade` and the key's ON DELETE: what the database
 * does to children is left to the database, so that deleting a parent reads none of them.
 */
function cascades(end: End, key: ForeignKey | undefined): Cascades {
  const written = text(end.view.raw.cascade);
  const cascade = written === 'all' || written === 'all, delete-orphan' ? written : undefined;
  if (end.view.type === 'many_to_many') return { cascade, passiveDeletes: 'true' };
  if (holdsKey(end)) return { cascade, passiveDeletes: undefined };
  if (key?.onDelete === 'CASCADE') {
    return {
      cascade: written === 'none' ? undefined : (cascade ?? 'all, delete-orphan'),
      passiveDeletes: 'true',
    };
  }
  if (cascade !== undefined) return { cascade, passiveDeletes: undefined };
  return { cascade, passiveDeletes: key?.onDelete === 'SET NULL' ? 'true' : 'all' };
}

function remoteAttributes(key: ForeignKey | undefined, context: LinkContext): readonly string[] {
  const columns = context.drafts.get(key?.targetTable ?? '')?.columns ?? [];
  return pick(columns, key?.targetColumns ?? []).map((it) => it.attribute);
}

/**
 * An end that did not pair while another end has the same key, or whose association table is written through a
 * class of its own; SQLAlchemy warns of two relationships that write the same columns.
 */
function isViewOnly(end: End, context: LinkContext): boolean {
  const secondary = buildSecondary(end, context);
  if (secondary !== undefined) return hasOwnWriter(secondary, context);
  const sharing = endsByKey(context.ends).get(end.keys[0]?.view) ?? [];
  const isFirst = sharing[0] === end;
  return end.partner === undefined && (!isFirst || sharing.some((it) => it.partner !== undefined));
}

function orderBy(end: End, target: TableDraft): Relationship['orderBy'] {
  return texts(end.view.raw.order_by).flatMap(({ text: written }) => {
    const descending = written.startsWith('-');
    const name = descending ? written.slice(1) : written;
    const column = target.columns.find((it) => it.name === name);
    return column === undefined ? [] : [{ attribute: column.attribute, descending }];
  });
}
