import { type Part, parts } from './lossless/words.ts';

/** A written end of a relationship by the places of its table and its own. */
export type EndId = `${number}.${number}`;

/** How an end is paired: with another, with none, or not without asking the author. */
export type Verdict = EndId | 'alone' | 'error';

type Key = { readonly holder: string; readonly target: string; readonly columns: readonly string[] };

type End = { readonly id: EndId; readonly source: string; readonly raw: Part; readonly keys: readonly Key[] };

/**
 * The pairing of all relationships of a schema whose names are plain, as section 5 of `format.md` describes it, written
 * from that text alone: by trying every end with every other.
 */
export function pairingOf(schema: Part): ReadonlyMap<EndId, Verdict> {
  const ends = endsOf(schema);
  const candidates = new Map(ends.map((it) => [it, ends.filter((other) => isCandidate(it, other))]));
  const choice = new Map(ends.map((it) => [it, choose(it, candidates.get(it) ?? [])]));
  return new Map(
    ends.map((it) => {
      const chosen = choice.get(it);
      if (chosen !== undefined) return [it.id, mutual(it, chosen, choice.get(chosen))];
      return [it.id, isOpen(it, candidates.get(it) ?? []) ? 'error' : 'alone'];
    }),
  );
}

/** A pair chooses each other; else the other end was told of another partner, or could not decide. */
function mutual(end: End, chosen: End, back: End | undefined): Verdict {
  if (back === end) return chosen.id;
  return end.raw.back_populates !== undefined || back === undefined ? 'error' : 'alone';
}

/** Several candidates without a choice, or a partner that was asked for and is not there. */
const isOpen = (end: End, candidates: readonly End[]): boolean =>
  candidates.length > 1 || (candidates.length === 0 && end.raw.back_populates !== undefined);

function endsOf(schema: Part): readonly End[] {
  const tables = parts(schema.schema);
  const keys = tables.flatMap((table) =>
    parts(table.columns).flatMap((it): readonly Key[] =>
      it.target === undefined
        ? []
        : [
            {
              holder: String(table.table_name),
              target: String(it.target).split('.')[0] ?? '',
              columns: [String(it.name)],
            },
          ],
    ),
  );
  return tables.flatMap((table, i) =>
    parts(table.relationships).map((raw, j): End => {
      const source = String(table.table_name);
      return { id: `${i}.${j}`, source, raw, keys: keys.filter((key) => canCarry(key, source, raw)) };
    }),
  );
}

function canCarry(key: Key, source: string, raw: Part): boolean {
  const target = String(raw.target_table);
  const isHere = key.holder === source && key.target === target;
  const isThere = key.holder === target && key.target === source;
  const fits = {
    many_to_one: isHere,
    one_to_many: isThere,
    one_to_one: isHere || isThere,
    many_to_many: false,
  };
  const isWritten = raw.foreign_key === undefined || raw.foreign_key === key.columns[0];
  return fits[raw.type as keyof typeof fits] && isWritten;
}

const COMPLEMENT: Readonly<Record<string, string>> = {
  one_to_many: 'many_to_one',
  many_to_one: 'one_to_many',
  one_to_one: 'one_to_one',
  many_to_many: 'many_to_many',
};

/** Two ends link the same two tables, with complementary types, the same key and matching names. */
function isCandidate(a: End, b: End): boolean {
  if (a === b || a.source !== b.raw.target_table || b.source !== a.raw.target_table) return false;
  if (COMPLEMENT[String(a.raw.type)] !== b.raw.type) return false;
  return hasSameLink(a, b) && isNamed(a, b) && isNamed(b, a);
}

function hasSameLink(a: End, b: End): boolean {
  if (a.raw.type === 'many_to_many') {
    return [a, b].some((it) => it.raw.secondary === undefined) || a.raw.secondary === b.raw.secondary;
  }
  const isSelf = a.raw.type === 'one_to_one' && a.source === b.source;
  // The end that holds the key of a self-reference is the one with `foreign_key`.
  if (isSelf) return [a, b].filter((it) => it.raw.foreign_key !== undefined).length === 1;
  return a.keys.some((it) => b.keys.includes(it));
}

const isNamed = (a: End, b: End): boolean =>
  a.raw.back_populates === undefined || b.raw.name === undefined || a.raw.back_populates === b.raw.name;

/** The only candidate, or the one that a written name singles out; never one of several that are alike. */
function choose(end: End, candidates: readonly End[]): End | undefined {
  if (candidates.length < 2) return candidates[0];
  const wanted = end.raw.back_populates;
  const byName = (is: (it: End) => boolean): readonly End[] => candidates.filter(is);
  const told = [
    byName((it) => it.raw.name !== undefined && it.raw.name === wanted),
    byName((it) => wanted !== undefined && it.raw.name === undefined && derivedName(it) === wanted),
    byName((it) => it.raw.back_populates !== undefined && it.raw.back_populates === end.raw.name),
  ].find((it) => it.length > 0);
  return told?.length === 1 ? told[0] : undefined;
}

/** The key column without `_id` on the key's side, the target table's name on the other. */
function derivedName({ source, raw, keys }: End): string {
  const target = String(raw.target_table);
  const [key] = keys;
  const isInverse = raw.type === 'one_to_one' && source === target && raw.foreign_key === undefined;
  if (raw.type === 'one_to_many' || key === undefined || key.holder !== source || isInverse) return target;
  return key.columns[0]?.replace(/_id$/, '') ?? '';
}
