import { groupBy } from '../shared/group-by.ts';
import { oncePer } from '../shared/once-per.ts';
import type { Pointer } from '../shared/pointer.ts';
import { singularName } from './names.ts';
import { sameNames } from './same-names.ts';
import {
  type ColumnView,
  columnOf,
  type KeyView,
  type RelationshipView,
  type SchemaView,
  type SecondaryView,
  type TableView,
} from './view.ts';

/** A foreign key as a relationship sees it: with the table that holds it and the one that it references. */
export type Key = { readonly holder: TableView; readonly view: KeyView; readonly target: TableView };

/** How one written end of a relationship was understood (section 5 of the format). */
export type End = {
  readonly view: RelationshipView;
  readonly source: TableView;
  readonly target: TableView;
  /** Keys that could carry it; exactly one when it is sound, none for many-to-many. */
  readonly keys: readonly Key[];
  /** Written ends on the target table that could be its other end. */
  readonly candidates: readonly RelationshipView[];
  /** Ends that could be its other end but for the names that are written; the candidates among them. */
  readonly opposites: readonly RelationshipView[];
  readonly partner: RelationshipView | undefined;
  /** The association table that the end or its partner names. */
  readonly secondary: SecondaryView | undefined;
  /** Name of the attribute on the class of `source`. */
  readonly attribute: string;
};

type Draft = Omit<End, 'candidates' | 'opposites' | 'partner' | 'secondary' | 'attribute'>;

const COMPLEMENT: Readonly<Record<string, string>> = {
  one_to_many: 'many_to_one',
  many_to_one: 'one_to_many',
  one_to_one: 'one_to_one',
  many_to_many: 'many_to_many',
};

/**
 * Pairs the written ends of all relationships and names their attributes; ends whose type or target table
 * cannot be read are left out. The same view gives the same list.
 */
export const pairRelationships: (view: SchemaView) => readonly End[] = oncePer((view) =>
  pairDrafts(draftEnds(view)),
);

function draftEnds(view: SchemaView): readonly Draft[] {
  return view.tables.flatMap((source) =>
    source.relationships.flatMap((it) => {
      const target = it.targetTable === undefined ? undefined : view.tableByName.get(it.targetTable);
      if (target === undefined || !Object.hasOwn(COMPLEMENT, it.type ?? '')) return [];
      return [{ view: it, source, target, keys: keysOf(it, source, target) }];
    }),
  );
}

function pairDrafts(drafts: readonly Draft[]): readonly End[] {
  const bySource = groupBy(drafts, (it) => it.source);
  const opposites = new Map(drafts.map((it) => [it, oppositesOf(it, bySource.get(it.target) ?? [])]));
  const agreeing = new Map(
    [...opposites].map(([it, found]) => [it, found.filter((other) => agree(it, other))]),
  );
  const only = new Map(drafts.map((it) => [it, chooseCandidate(it, agreeing.get(it) ?? [])]));
  return drafts.map((it) => {
    const chosen = only.get(it);
    const partner = chosen !== undefined && only.get(chosen) === it ? chosen : undefined;
    const shared = partner === undefined ? it.keys : it.keys.filter((key) => hasKey(partner, key));
    return {
      ...it,
      keys: shared,
      candidates: (agreeing.get(it) ?? []).map((other) => other.view),
      opposites: (opposites.get(it) ?? []).map((other) => other.view),
      partner: partner?.view,
      secondary: secondaryOf(it.view.secondary, partner?.view.secondary),
      attribute: attributeOf({ ...it, keys: shared }, partner),
    };
  });
}

/** Whether two places in the data are the same. */
export const samePlace = (a: Pointer, b: Pointer): boolean =>
  a.length === b.length && a.every((it, i) => it === b[i]);

function keysOf(it: RelationshipView, source: TableView, target: TableView): readonly Key[] {
  if (it.type === 'many_to_many') return [];
  const onSource = foreignKeys(source, target);
  const onTarget = foreignKeys(target, source);
  const held = keysBySide(it, { onSource, onTarget, selfLink: source === target });
  const { foreignKey } = it;
  return foreignKey === undefined ? held : held.filter((key) => sameNames(key.view.columns, foreignKey));
}

type Held = {
  readonly onSource: readonly Key[];
  readonly onTarget: readonly Key[];
  readonly selfLink: boolean;
};

function keysBySide(it: RelationshipView, sides: Held): readonly Key[] {
  if (it.type === 'many_to_one') return sides.onSource;
  if (it.type === 'one_to_many') return sides.onTarget;
  return sides.selfLink ? sides.onSource : [...sides.onSource, ...sides.onTarget];
}

/** The foreign keys of one table that reference another. */
export function foreignKeys(holder: TableView, target: TableView): readonly Key[] {
  return holder.foreignKeys
    .filter((it) => it.targetTable === target.name)
    .map((view) => ({ holder, view, target }));
}

/** The keys of an association table that could lead to each side of a many-to-many. */
export function associationKeys(end: End, association: TableView): Sides<readonly Key[]> {
  const leading = (side: TableView, columns: readonly string[] | undefined): readonly Key[] =>
    foreignKeys(association, side).filter((it) => sameColumns(it.view.columns, columns));
  return {
    source: leading(end.source, end.secondary?.source),
    target: leading(end.target, end.secondary?.target),
  };
}

/** The two sides of a link. */
export type Sides<T> = { readonly source: T; readonly target: T };

function oppositesOf(end: Draft, ofTarget: readonly Draft[]): readonly Draft[] {
  const complement = COMPLEMENT[end.view.type ?? ''];
  return ofTarget.filter(
    (other) =>
      other !== end && other.target === end.source && other.view.type === complement && sameLink(end, other),
  );
}

const agree = (a: Draft, b: Draft): boolean => namesAgree(a, b) && namesAgree(b, a);

function sameLink(a: Draft, b: Draft): boolean {
  if (a.view.type === 'many_to_many') {
    return sameSecondary(a.view.secondary, reversed(b.view.secondary));
  }
  if (isSelfOneToOne(a)) return (a.view.foreignKey === undefined) !== (b.view.foreignKey === undefined);
  return a.keys.some((key) => hasKey(b, key));
}

function sameSecondary(a: SecondaryView | undefined, b: SecondaryView | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return a.table === b.table && sameColumns(a.source, b.source) && sameColumns(a.target, b.target);
}

const sameColumns = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined || sameNames(a, b);

/** An association table as the other end sees it. */
const reversed = (it: SecondaryView | undefined): SecondaryView | undefined =>
  it === undefined ? undefined : { table: it.table, source: it.target, target: it.source };

/** What an end and its partner say of their association table together. */
function secondaryOf(
  own: SecondaryView | undefined,
  partner: SecondaryView | undefined,
): SecondaryView | undefined {
  const other = reversed(partner);
  const table = own?.table ?? other?.table;
  if (table === undefined) return undefined;
  return { table, source: own?.source ?? other?.source, target: own?.target ?? other?.target };
}

const isSelfOneToOne = (end: Draft): boolean => end.source === end.target && end.view.type === 'one_to_one';

const hasKey = (end: Draft, key: Key): boolean => end.keys.some((it) => it.view === key.view);

/** A written `back_populates` must be the other end's `name`, where that is written. */
function namesAgree(end: Draft, other: Draft): boolean {
  const { backPopulates } = end.view;
  return backPopulates === undefined || other.view.name === undefined || backPopulates === other.view.name;
}

function chooseCandidate(end: Draft, candidates: readonly Draft[]): Draft | undefined {
  if (candidates.length < 2) return candidates[0];
  const named = candidates.filter(
    (it) => it.view.name !== undefined && it.view.name === end.view.backPopulates,
  );
  const derived =
    named.length > 0 ? named : candidates.filter((it) => derivedName(it) === end.view.backPopulates);
  if (derived.length === 1) return derived[0];
  const mutual = candidates.filter(
    (it) => it.view.backPopulates !== undefined && it.view.backPopulates === end.view.name,
  );
  return mutual.length === 1 ? mutual[0] : undefined;
}

function attributeOf(end: Draft, partner: Draft | undefined): string {
  return end.view.name ?? partner?.view.backPopulates ?? derivedName(end);
}

/** The name that an end gets when nobody wrote one. */
function derivedName(end: Draft): string {
  const [key] = end.keys;
  const holds = key !== undefined && key.holder === end.source && end.view.type !== 'one_to_many';
  const inverse = isSelfOneToOne(end) && end.view.foreignKey === undefined;
  if (!holds || inverse) return end.target.name ?? '';
  const [column = '', ...more] = key.view.columns;
  const stem = column.replace(/_id$/, '');
  const isOwn = more.length > 0 || stem === column || stem === '';
  return isOwn ? singularName(end.target.name ?? '') : stem;
}

/** The end that holds the key, seen from the relationship: whether the key is a column of its own table. */
export function holdsKey(end: End): boolean {
  const [key] = end.keys;
  if (key === undefined || end.view.type === 'one_to_many' || end.view.type === 'many_to_many') return false;
  if (isSelfOneToOne(end)) return end.view.foreignKey !== undefined;
  return key.holder === end.source;
}

/** Whether no two rows of a table have the same values in some columns. */
export const isUnique = (table: TableView, columns: readonly string[]): boolean =>
  table.uniques.some((it) => it.every((name) => columns.includes(name)));

/** Whether a foreign key can reference some columns: databases want a key or unique over these very columns. */
export const isReferable = (table: TableView, columns: readonly string[]): boolean =>
  table.uniques.some((it) => sameNames(it, columns));

/** The type of a column with references followed; undefined when they lead nowhere or in a circle. */
export function resolvedColumn(view: SchemaView, column: ColumnView | undefined): ColumnView | undefined {
  let at = column;
  for (const seen = new Set<ColumnView>(); at !== undefined && !seen.has(at); ) {
    if (at.type !== 'ForeignKey') return at;
    seen.add(at);
    at =
      at.target === undefined ? undefined : columnOf(view.tableByName.get(at.target.table), at.target.column);
  }
  return undefined;
}
