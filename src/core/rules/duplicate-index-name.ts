import { foreignKeyName } from '../schema/derived-names.ts';
import { constraintName } from '../schema/identifiers.ts';
import { type ColumnView, type KeyView, type Part, type TableView, text, texts } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { keyAt, quote, valueAt } from './place.ts';
import { placeOfKey } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB405: two things of the database that share a space of names. */
export const duplicateIndexName: Rule = {
  code: 'BB405',
  name: 'duplicate-index-name',
  severity: 'error',
  summary:
    'A constraint or index has the name of another, or of a table: PostgreSQL tells them apart by their names.',
  check: (view) => {
    const taken: Taken = new Map();
    for (const table of view.tableByName.values()) {
      taken.set(placeIn(EVERYWHERE, table.name ?? ''), {
        what: `the table ${quote(table.name ?? '')}`,
        at: valueAt(table, 'table_name'),
        same: '',
      });
    }
    return [...view.tableByName.values()].flatMap(namedOf).flatMap((it) => claim(it, taken));
  },
};

type Place = Pick<Finding, 'at' | 'part'>;
type Owner = { readonly what: string; readonly at: Place; readonly same: string };
type Taken = Map<string, Owner>;
/** `same` tells whether two are one and the same, made only once; written names are always told apart. */
type Named = {
  readonly name: string;
  readonly at: Place;
  readonly same: string;
  /** Where no other may have the name: in the database, among the constraints of a table, or both. */
  readonly spaces: readonly string[];
};

/** What has an index shares the names of the tables. */
const EVERYWHERE = '';

const placeIn = (space: string, name: string): string => `${space}\0${fold(name)}`;

function claim(it: Named, taken: Taken): readonly RuleFinding[] {
  const owners = it.spaces.flatMap((space) => taken.get(placeIn(space, it.name)) ?? []);
  const [owner] = owners;
  if (owner === undefined) {
    const own = { what: 'another constraint or index', at: it.at, same: it.same };
    for (const space of it.spaces) taken.set(placeIn(space, it.name), own);
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
  ...[...table.constraints, ...table.indexes].flatMap((it) => namedOfPart(table, it)),
  ...table.foreignKeys.map((it) => namedOfKey(table, it)),
  ...table.constraints.filter((it) => it.raw.type === 'check').flatMap((it) => namedOfCheck(table, it)),
];

function made(table: TableView, [kind, ...columns]: readonly [Kind, ...string[]], at: Place): Named {
  const name = table.name ?? '';
  return {
    name: constraintName(kind, name, ...columns),
    at,
    same: [name, kind, ...columns].join('\0'),
    spaces: spacesOf(table, kind),
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
  const kind = KINDS.get(it.raw.type ?? (it.raw.unique === true ? 'unique' : 'index'));
  const own = text(it.raw.name);
  if (kind === undefined) return [];
  const spaces = it.raw.type === undefined ? [EVERYWHERE] : spacesOf(table, kind);
  if (own !== undefined) return [{ name: own, at: valueAt(it, 'name'), same: '', spaces }];
  const columns = kind === 'pk' ? [] : texts(it.raw.columns).map((column) => column.text);
  return [{ ...made(table, [kind, ...columns], keyAt(it, 'columns')), spaces }];
}

function namedOfKey(table: TableView, key: KeyView): Named {
  const isNamed = key.origin === 'constraint' && text(key.raw.name) !== undefined;
  const at = isNamed ? valueAt(key, 'name') : placeOfKey(key);
  return { name: foreignKeyName(table.name ?? '', key), at, same: '', spaces: spacesOf(table, 'fk') };
}

/** A check without a name gets one that is free. */
function namedOfCheck(table: TableView, it: Part): readonly Named[] {
  const name = text(it.raw.name);
  return name === undefined
    ? []
    : [{ name, at: valueAt(it, 'name'), same: '', spaces: [`table ${table.name ?? ''}`] }];
}

type Kind = 'pk' | 'uq' | 'ix' | 'fk';

const KINDS: ReadonlyMap<unknown, Kind> = new Map([
  ['primary_key', 'pk'],
  ['unique', 'uq'],
  ['index', 'ix'],
]);

/** Keys, uniques and indexes have an index; keys, uniques and foreign keys are constraints of their table. */
const spacesOf = (table: TableView, kind: Kind): readonly string[] => [
  ...(kind === 'fk' ? [] : [EVERYWHERE]),
  ...(kind === 'ix' ? [] : [`table ${table.name ?? ''}`]),
];
