import { type Choose, type Part, present } from './choose.ts';
import type { Draft } from './references.ts';

/** Adds none to three checks to a table: over one column or two, and at times one that only PostgreSQL reads. */
export function addChecks(choose: Choose, draft: Draft, onPostgresql: boolean): void {
  const count = choose.pick([0, 0, 0, 1, 2, 3]);
  for (let i = 0; i < count; i += 1) {
    const expression = expressionOf(choose, [...draft.keys, ...draft.columns], onPostgresql);
    if (expression === undefined) continue;
    const name = choose.maybe(25, choose.pick(['sound', 'Ein Name', `ck_${draft.name.slice(0, 20)}_x`]) + i);
    draft.constraints.push(present({ type: 'check', expression, name }));
  }
}

function expressionOf(choose: Choose, columns: readonly Part[], onPostgresql: boolean): string | undefined {
  const [first, second] = choose.some(columns, 1, 2);
  if (first === undefined) return undefined;
  const name = quoted(first);
  if (onPostgresql && choose.chance(5)) return `${name}::text <> 'never: 100%'`;
  if (second !== undefined && second.type === first.type && ORDERED.includes(String(first.type))) {
    return `${name} ${choose.pick(['<', '<=', '<>', '>', '>='])} ${quoted(second)}`;
  }
  if (choose.chance(15)) return `${name} is not null or ${quoted(second ?? first)} is null`;
  return CHECKS[String(first.type)]?.(choose, name);
}

const quoted = ({ name }: Part): string =>
  /^[a-z_]+$/.test(String(name)) ? String(name) : `"${String(name)}"`;

const ORDERED = ['Integer', 'BigInteger', 'SmallInteger', 'Numeric', 'Double', 'Date', 'DateTime'];

type MakeCheck = (choose: Choose, name: string) => string;

const ofNumber: MakeCheck = (choose, name) => {
  const [low, high] = [choose.int(-3, 3), choose.int(4, 90)];
  return choose.pick([
    `${name} >= ${low}`,
    `${name} between ${low} and ${high}`,
    `not (${name} < ${low} or ${name} > ${high})`,
    `${name} <> ${high} AND ${name} + 1 > ${low}`,
    `${name} in (${low}, ${high}, ${high + 1})`,
  ]);
};

const ofText: MakeCheck = (choose, name) =>
  choose.pick([
    `length(${name}) > ${choose.int(0, 4)}`,
    `length(trim(${name})) <= ${choose.int(1, 30)}`,
    `${name} in ('a', 'it''s', 'b:c')`,
    `${name} <> ''`,
    `${name} = lower(${name})`,
    `${name} not like 'x%'`,
  ]);

const CHECKS: Readonly<Record<string, MakeCheck | undefined>> = {
  Integer: ofNumber,
  BigInteger: ofNumber,
  SmallInteger: ofNumber,
  Numeric: ofNumber,
  Double: ofNumber,
  String: ofText,
  Text: ofText,
  Boolean: (choose, name) => choose.pick([name, `not ${name}`, `${name} = true`]),
  Date: (_, name) => `${name} > '2001-02-03'`,
};
