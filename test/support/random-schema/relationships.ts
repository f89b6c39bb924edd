import { type Choose, type Part, present } from './choose.ts';
import { description } from './names.ts';
import type { Draft, Link } from './references.ts';

/** Adds relationships over some of the references: both ends, one of them, with and without names. */
export function addRelationships(choose: Choose, links: readonly Link[]): void {
  for (const link of links) if (choose.chance(60)) addPair(choose, link, needsNames(link, links));
}

const needsNames = (link: Link, links: readonly Link[]): boolean =>
  link.holder === link.target ||
  links.some(
    (it) => it !== link && [it.holder, it.target].every((end) => end === link.holder || end === link.target),
  );

function addPair(choose: Choose, link: Link, isNeeded: boolean): void {
  const { holder, target } = link;
  const named = isNeeded || choose.chance(50);
  const [own, other] = named ? [freeEnd(choose, holder), freeEnd(choose, target)] : [undefined, undefined];
  const pair: Pair = {
    own,
    other,
    ...foreignKeys(choose, link, isNeeded),
    oneToOne: isOneToOne(choose, link),
  };
  const ends = choose.int(0, 9);
  const populated = named && ends < 6 && choose.chance(70);
  const oneSide = { ...keySide(pair, target), description: description(choose) };
  const manySide = { ...otherSide(choose, pair, holder), description: description(choose) };
  if (ends < 8)
    holder.relationships.push(present(populated ? { ...oneSide, back_populates: other } : oneSide));
  if (ends < 6 || ends >= 8)
    target.relationships.push(present(populated ? { ...manySide, back_populates: own } : manySide));
}

type Pair = {
  readonly own: string | undefined;
  readonly other: string | undefined;
  readonly ownKey: string | readonly string[] | undefined;
  readonly otherKey: string | readonly string[] | undefined;
  readonly oneToOne: boolean;
};

const isOneToOne = (choose: Choose, { unique }: Link): boolean => choose.chance(unique ? 70 : 5);

/** In a one-to-one of a table with itself only the end that holds the key names it; elsewhere both may. */
function foreignKeys(choose: Choose, link: Link, isNeeded: boolean): Pick<Pair, 'ownKey' | 'otherKey'> {
  const written = link.columns.length === 1 ? link.columns[0] : link.columns;
  const key = isNeeded || choose.chance(40) ? written : undefined;
  return link.unique && link.holder === link.target
    ? { ownKey: written, otherKey: choose.maybe(30, written) }
    : { ownKey: key, otherKey: key };
}

const keySide = ({ oneToOne, own, ownKey }: Pair, target: Draft): Part => ({
  type: oneToOne ? 'one_to_one' : 'many_to_one',
  target_table: target.name,
  name: own,
  foreign_key: ownKey,
});

const otherSide = (choose: Choose, { oneToOne, other, otherKey }: Pair, holder: Draft): Part => ({
  type: oneToOne ? 'one_to_one' : 'one_to_many',
  target_table: holder.name,
  name: other,
  foreign_key: otherKey,
  cascade: choose.pick([undefined, undefined, 'none', 'all', 'all, delete-orphan']),
  ...(oneToOne ? {} : { order_by: choose.maybe(30, orderBy(choose, holder)) }),
});

const WORDS = [
  ...['owner', 'parent', 'children', 'members', 'author', 'main', 'Extra', 'class_', 'metadata', 'select'],
  ...['links', 'größe', 'a-b', 'session', 'json', 'registry', 'copy', 'Base', 'type', 'relationship'],
] as const;

function freeEnd(choose: Choose, table: Draft): string {
  const word: string = choose.chance(85)
    ? (WORDS[choose.int(0, WORDS.length - 1)] ?? 'owner')
    : table.names.next();
  const taken = [...table.columns, ...table.keys, ...table.relationships].map((it) =>
    String(it.name).toLowerCase(),
  );
  const name = taken.includes(word.toLowerCase()) ? `${word}_${table.relationships.length + 2}` : word;
  table.names.reserve(name);
  return name;
}

const orderBy = (choose: Choose, table: Draft): readonly string[] =>
  choose
    .some([...table.keys, ...table.columns], 1, 2)
    .filter((it) => it.type !== 'JSON')
    .map((it) => (choose.chance(40) ? '-' : '') + String(it.name));

/** Adds a many-to-many between two tables at times: over a table that is made, or over a declared one. */
export function addManyToMany(choose: Choose, tables: readonly Draft[], links: readonly Link[]): void {
  if (!choose.chance(35)) return;
  const [first, second] = choose.chance(70) ? junctionOf(tables, links) : [];
  const [a, b] = choose.some(tables, 2, 2);
  if (first !== undefined && second !== undefined) addOver(choose, first, second);
  else if (a !== undefined && b !== undefined) addEnds(choose, [a, b], [undefined, undefined]);
}

/** The two references of a table that has no others. */
function junctionOf(tables: readonly Draft[], links: readonly Link[]): readonly Link[] {
  const junction = tables.find((it) => links.filter((link) => link.holder === it).length === 2);
  return links.filter((it) => it.holder === junction);
}

/** Names the columns of the junction where its name alone would not do, and at times elsewhere. */
function addOver(choose: Choose, first: Link, second: Link): void {
  const table = first.holder.name;
  const isWritten = first.target === second.target || choose.chance(40);
  const seen = (from: Link, to: Link): unknown =>
    isWritten ? { table, source: from.columns, target: to.columns } : table;
  addEnds(choose, [first.target, second.target], [seen(first, second), seen(second, first)]);
}

type Both<T> = readonly [T, T];

function addEnds(choose: Choose, [a, b]: Both<Draft>, [over, back]: Both<unknown>): void {
  const [own, other] = choose.chance(60) ? [freeEnd(choose, a), freeEnd(choose, b)] : [undefined, undefined];
  const both = choose.chance(70);
  const populates = both && own !== undefined && choose.chance(60);
  const end = (target: Draft, secondary: unknown): Part => ({
    type: 'many_to_many',
    target_table: target.name,
    secondary,
    order_by: choose.chance(20) ? orderBy(choose, target) : undefined,
  });
  a.relationships.push(
    present({ ...end(b, over), name: own, back_populates: populates ? other : undefined }),
  );
  if (!both) return;
  b.relationships.push(
    present({ ...end(a, back), name: other, back_populates: populates ? own : undefined }),
  );
}
