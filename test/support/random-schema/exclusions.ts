import { type Choose, type Part, present } from './choose.ts';
import { quoted } from './names.ts';
import type { Draft } from './references.ts';

/** Adds an exclusion to some tables of PostgreSQL: over columns, or over what two rows' values span. */
export function addExclusions(choose: Choose, draft: Draft): void {
  if (!choose.chance(12)) return;
  const [first, second] = choose.some(
    [...draft.keys, ...draft.columns].filter((it) => EQUAL.has(String(it.type))),
    1,
    2,
  );
  if (first === undefined) return;
  const equal = { name: first.name, with: '=' };
  const method = choose.pick(['gist', 'gist', 'btree', 'hash']);
  const more = method === 'gist' && second !== undefined ? [elementOf(choose, second)] : [];
  const where = choose.maybe(20, `${quoted(first)} is not null`);
  const name = choose.maybe(40, `x ${draft.name.slice(0, 12)}`);
  const elements = choose.chance(80) || more.length === 0 ? [equal, ...more] : more;
  draft.constraints.push(present({ type: 'exclude', method, elements, where, name }));
}

const EQUAL = new Set([
  'Integer',
  'BigInteger',
  'SmallInteger',
  'String',
  'Text',
  'UUID',
  'Boolean',
  'Date',
  'Enum',
]);

/** The second part, by an operator of ranges where its type has one. */
function elementOf(choose: Choose, column: Part): Part {
  const range = RANGES[String(column.type)];
  if (range === undefined || choose.chance(30))
    return { name: column.name, with: choose.pick(['=', '<>'] as const) };
  const name = quoted(column);
  return { expression: `${range}(${name}, ${name}, '[]')`, with: choose.pick(['&&', '-|-'] as const) };
}

const RANGES: Readonly<Record<string, string | undefined>> = {
  Integer: 'int4range',
  BigInteger: 'int8range',
  Date: 'daterange',
};
