import { foreignKeyName, indexName } from '../schema/derived-names.ts';
import type { NamedKind } from '../schema/dialect.ts';
import { dialectOf } from '../schema/dialects.ts';
import { constraintName } from '../schema/identifiers.ts';
import { isExclusion, partsWithElements, plainColumns } from '../schema/index-elements.ts';
import { flatName, namespaceOf, ownName } from '../schema/namespaces.ts';
import { type SequenceUse, sequenceUses } from '../schema/sequences.ts';
import {
  type ColumnView,
  type KeyView,
  type Part,
  type SchemaView,
  type TableView,
  text,
  texts,
} from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { keyAt, quote, tableLabel, valueAt } from './place.ts';
import { placeOfKey } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB405: two things of the database that share a space of names. */
export const duplicateIndexName: Rule = {
  code: 'BB405',
  name: 'duplicate-index-name',
  severity: 'error',
  summary:
    'A constraint, an index or a sequence has the name of another, or of a table: databases tell them apart by their names, SQLite only indexes, MySQL foreign keys and checks of all tables.',
  check: (view) => {
    const everywhere: Taken = new Map();
    const ofKinds = new Map<NamedKind, Taken>();
    for (const table of view.tableByName.values()) {
      const owner = { what: `the table ${tableLabel(table)}`, at: valueAt(table, 'table_name'), same: '' };
      for (const name of namesOf(table)) everywhere.set(fold(name), owner);
    }
    const ofTables = distinctTables(view).flatMap((table) => {
      const spacesOf = spaces(view, table, { everywhere, ofKinds });
      return namedOf(table).flatMap((it) => claim(it, spacesOf(it.kind)));
    });
    return [...ofTables, ...sequenceUses(view).flatMap((it) => ofSequence(view, it))];
  },
};

/** A sequence shares the names of its namespace with the tables and with what has an index. */
function ofSequence(view: SchemaView, { column, name }: SequenceUse): readonly RuleFinding[] {
  const message = (what: string): RuleFinding => ({
    ...valueAt(column, 'sequence'),
    message: `the name of the sequence ${quote(name)} belongs to ${what} already; write another`,
  });
  const table = view.tableByName.get(name);
  if (table !== undefined) return [message(`the table ${tableLabel(table)}`)];
  const beside = [...view.tableByName.values()].filter(
    (it) => namespaceOf(it.name ?? '') === namespaceOf(name),
  );
  const isTaken = beside.some((it) =>
    namedOf(it).some(
      (named) => named.name === ownName(name) && dialectOf(view).names.everywhere.includes(named.kind),
    ),
  );
  return isTaken ? [message('a constraint or index')] : [];
}

/** Tables that are one without their namespaces are reported for that (BB216). */
const distinctTables = (view: SchemaView): readonly TableView[] => [
  ...new Map([...view.tableByName].map(([name, it]) => [flatName(name), it])).values(),
];

/** In its namespace, and where there are no namespaces. */
const namesOf = ({ name = '' }: TableView): readonly string[] => [ownName(name), flatName(name)];

type Place = Pick<Finding, 'at' | 'part'>;
type Owner = { readonly what: string; readonly at: Place; readonly same: string };
type Taken = Map<string, Owner>;
/** `same` tells whether two are one and the same, made only once; written names are always told apart. */
type Named = {
  readonly name: string;
  readonly at: Place;
  readonly same: string;
  readonly kind: NamedKind;
};

function claim(it: Named, spaces: readonly Taken[]): readonly RuleFinding[] {
  const name = fold(it.name);
  const owner = spaces.find((space) => space.has(name))?.get(name);
  if (owner === undefined) {
    const own = { what: 'another constraint or index', at: it.at, same: it.same };
    for (const space of spaces) space.set(name, own);
    return [];
  }
  if (it.same !== '' && owner.same === it.same) return [];
  const message = `the name ${quote(it.name)} belongs to ${owner.what} already; write another "name"`;
  return [{ ...it.at, message, related: [{ at: owner.at.at, message: 'the other one' }] }];
}

/** SQLite ignores the case of ASCII letters. */
const fold = (name: string): string => name.replace(/[A-Z]/g, (it) => it.toLowerCase());

/** Everything of a table that the database gives a name, with written names and those that we make. */
const namedOf = (table: TableView): readonly Named[] => [
  ...keyWithoutConstraint(table),
  ...table.columns.flatMap((it) => namedOfColumn(table, it)),
  ...table.constraints.flatMap((it) => namedOfPart(table, it)),
  ...partsWithElements(table).map((it) => namedOfIndex(table, it)),
  ...table.foreignKeys.map((it) => namedOfKey(table, it)),
  ...table.constraints.filter((it) => it.raw.type === 'check').flatMap(namedOfCheck),
];

function made(
  table: TableView,
  [kind, ...columns]: readonly [Exclude<NamedKind, 'ck'>, ...string[]],
  at: Place,
): Named {
  const name = table.name ?? '';
  return {
    name: constraintName(kind, name, ...columns),
    at,
    same: [name, kind, ...columns].join('\0'),
    kind,
  };
}

const keyWithoutConstraint = (table: TableView): readonly Named[] =>
  table.constraints.some((it) => it.raw.type === 'primary_key')
    ? []
    : [made(table, ['pk'], valueAt(table, 'table_name'))];

function namedOfColumn(table: TableView, it: ColumnView): readonly Named[] {
  if (it.raw.unique === true) return [made(table, ['uq', it.name ?? ''], keyAt(it, 'unique'))];
  return it.raw.index === true ? [made(table, ['ix', it.name ?? ''], keyAt(it, 'index'))] : [];
}

function namedOfPart(table: TableView, it: Part): readonly Named[] {
  const kind = KINDS.get(it.raw.type);
  const own = text(it.raw.name);
  if (kind === undefined) return [];
  if (own !== undefined) return [{ name: own, at: valueAt(it, 'name'), same: '', kind }];
  const columns = kind === 'pk' ? [] : texts(it.raw.columns).map((column) => column.text);
  return [made(table, [kind, ...columns], keyAt(it, 'columns'))];
}

/** An index is one with another, or with a unique, only when they differ in nothing. */
function namedOfIndex(table: TableView, it: Part): Named {
  const own = text(it.raw.name);
  // An exclusion is a constraint with an index, as a key is.
  const kind = isExclusion(it) ? 'pk' : 'ix';
  if (own !== undefined) return { name: own, at: valueAt(it, 'name'), same: '', kind };
  const prefix = it.raw.unique === true ? 'uq' : 'ix';
  const place = keyAt(it, isExclusion(it) ? 'elements' : 'columns');
  const { columns, unique, ...options } = it.raw;
  const plain = Object.keys(options).length === 0 ? plainColumns(it) : undefined;
  if (plain !== undefined) return { ...made(table, [prefix, ...plain], place), kind };
  const name = indexName(table.name ?? '', it);
  return { name, at: place, same: JSON.stringify([table.name, prefix, columns, options]), kind };
}

function namedOfKey(table: TableView, key: KeyView): Named {
  const isNamed = key.origin === 'constraint' && text(key.raw.name) !== undefined;
  const at = isNamed ? valueAt(key, 'name') : placeOfKey(key);
  return { name: foreignKeyName(table.name ?? '', key), at, same: '', kind: 'fk' };
}

/** A check without a name gets one that is free. */
function namedOfCheck(it: Part): readonly Named[] {
  const name = text(it.raw.name);
  return name === undefined ? [] : [{ name, at: valueAt(it, 'name'), same: '', kind: 'ck' }];
}

const KINDS: ReadonlyMap<unknown, 'pk' | 'uq'> = new Map([
  ['primary_key', 'pk'],
  ['unique', 'uq'],
]);

type Shared = { readonly everywhere: Taken; readonly ofKinds: Map<NamedKind, Taken> };

/** Where no other may have a name. A unique that is kept as a partial index has the name of one. */
function spaces(view: SchemaView, table: TableView, shared: Shared): (kind: NamedKind) => readonly Taken[] {
  const { names, index } = dialectOf(view);
  const ofTable: Taken = new Map();
  const isPartial = table.options.use_soft_delete === true && index.partial;
  return (kind) => {
    const ofKind: Taken = shared.ofKinds.get(kind) ?? new Map();
    shared.ofKinds.set(kind, ofKind);
    const all = [
      [shared.everywhere, names.everywhere, isPartial && kind === 'uq' ? 'ix' : kind],
      [ofKind, names.ofKind, kind],
      [ofTable, names.ofTable, kind],
    ] as const;
    return all.filter(([, kinds, it]) => kinds.includes(it)).map(([taken]) => taken);
  };
}
