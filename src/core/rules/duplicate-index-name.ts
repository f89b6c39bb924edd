import { constraintName } from '../schema/identifiers.ts';
import { type TableView, text, texts } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { keyAt, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB405: two things of the database that share one space of names. */
export const duplicateIndexName: Rule = {
  code: 'BB405',
  name: 'duplicate-index-name',
  severity: 'error',
  summary:
    'A constraint or index has the name of another or of a table; in PostgreSQL they share one space of names.',
  check: (view) => {
    const taken = new Map<string, Owner>();
    for (const table of view.tableByName.values()) {
      taken.set(fold(table.name ?? ''), {
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
/** `same` tells whether two are one and the same, made only once; written names are always told apart. */
type Named = { readonly name: string; readonly at: Place; readonly same: string };

function claim(it: Named, taken: Map<string, Owner>): readonly RuleFinding[] {
  const owner = taken.get(fold(it.name));
  if (owner === undefined) {
    taken.set(fold(it.name), { what: `another constraint or index`, at: it.at, same: it.same });
    return [];
  }
  if (it.same !== '' && owner.same === it.same) return [];
  const message = `the name ${quote(it.name)} belongs to ${owner.what} already; write another "name"`;
  return [{ ...it.at, message, related: [{ at: owner.at.at, message: 'the other one' }] }];
}

/** SQLite ignores the case of ASCII letters. */
const fold = (name: string): string => name.replace(/[A-Z]/g, (it) => it.toLowerCase());

/** Everything of a table that the database gives a name, with written names and those that we make. */
function namedOf(table: TableView): readonly Named[] {
  const name = table.name ?? '';
  const made = (kind: string, columns: readonly string[], at: Place): Named => ({
    name: constraintName(kind, name, ...columns),
    at,
    same: `${name}\0${kind}\0${columns.join('\0')}`,
  });
  const ofColumns = table.columns.flatMap((it) => [
    ...(it.raw.unique === true ? [made('uq', [it.name ?? ''], keyAt(it, 'unique'))] : []),
    ...(it.raw.index === true && it.raw.unique !== true
      ? [made('ix', [it.name ?? ''], keyAt(it, 'index'))]
      : []),
  ]);
  const written = [...table.constraints, ...table.indexes].flatMap((it) => {
    const kind = PREFIXES.get(it.raw.type ?? (it.raw.unique === true ? 'unique' : 'index'));
    const own = text(it.raw.name);
    if (kind === undefined) return [];
    if (own !== undefined) return [{ name: own, at: valueAt(it, 'name'), same: '' }];
    return [
      made(
        kind,
        kind === 'pk' ? [] : texts(it.raw.columns).map((column) => column.text),
        keyAt(it, 'columns'),
      ),
    ];
  });
  const hasWrittenKey = table.constraints.some((it) => it.raw.type === 'primary_key');
  const key = hasWrittenKey ? [] : [made('pk', [], valueAt(table, 'table_name'))];
  return [...key, ...ofColumns, ...written];
}

const PREFIXES: ReadonlyMap<unknown, string> = new Map([
  ['primary_key', 'pk'],
  ['unique', 'uq'],
  ['index', 'ix'],
]);
