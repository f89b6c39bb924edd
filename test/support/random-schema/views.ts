import { ownName } from '../../../src/core/schema/namespaces.ts';
import { type Choose, type Part, present } from './choose.ts';
import { description } from './names.ts';
import type { Draft } from './references.ts';

/** At times a view over some columns of a table, with or without its key, or one that no migration makes. */
export function viewsOf(choose: Choose, drafts: readonly Draft[], onPostgresql: boolean): readonly Part[] {
  if (!choose.chance(25)) return [];
  const [draft] = choose.some(drafts, 1, 1);
  if (draft === undefined) return [];
  const shown = [...draft.keys, ...choose.some(draft.columns, 0, 4)].filter((it) => !isOwnEnum(it));
  if (shown.length === 0) return [];
  const from = onPostgresql ? draft.name.split('.') : [draft.name.replace('.', '_')];
  const columns = shown.map((it) => quoted(String(it.name))).join(', ');
  const isKeyed = draft.keys.length > 0 && draft.keys.every((it) => shown.includes(it)) && choose.chance(70);
  return [
    present({
      table_name: `${ownName(draft.name).slice(0, 40)} seen`,
      kind: 'view',
      description: description(choose),
      definition: choose.maybe(80, `SELECT ${columns} FROM ${from.map(quoted).join('.')}`),
      columns: shown.map((it) => ofView(it, isKeyed && draft.keys.includes(it))),
    }),
  ];
}

const quoted = (name: string): string => `"${name}"`;

/** An inline enum is a type of its table alone. */
const isOwnEnum = ({ type, values, items }: Part): boolean =>
  (type === 'Enum' && values !== undefined) || (type === 'Array' && isOwnEnum(items as Part));

function ofView(column: Part, isKey: boolean): Part {
  const kept = Object.entries(column).filter(([name]) => !OF_TABLES.has(name));
  return { ...Object.fromEntries(kept), ...(isKey ? { primary_key: true } : {}) };
}

const OF_TABLES: ReadonlySet<string> = new Set(
  'primary_key unique index default server_default generated identity sequence autoincrement on_delete on_update deferrable renamed_from'.split(
    ' ',
  ),
);
