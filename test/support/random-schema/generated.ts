import { type Choose, type Part, present } from './choose.ts';
import { quoted } from './names.ts';
import type { Draft } from './references.ts';

/** Adds none to two columns to a table that the database computes from its plain columns. */
export function addGenerated(choose: Choose, draft: Draft, database: string): void {
  const sources = draft.columns.filter((it) => it.target === undefined && it.format !== 'password');
  for (let i = choose.pick([0, 0, 0, 1, 2]); i > 0; i -= 1) {
    const [source] = choose.some(sources, 1, 1);
    const made = source === undefined ? undefined : MADE[String(source.type)]?.(choose, quoted(source));
    if (made === undefined) continue;
    const { expression, ...type } = onlyPostgresql(choose, made, database);
    draft.columns.push(
      present({
        name: draft.names.next(),
        ...type,
        generated: present({
          expression,
          stored: choose.maybe(20, database === 'postgresql' || choose.chance(50)),
        }),
        nullable: choose.maybe(15, false),
        unique: choose.maybe(10, true),
        index: choose.maybe(15, true),
        visibility: choose.maybe(20, choose.pick(['read_only', 'hidden'])),
      }),
    );
  }
}

type Made = { readonly type: string; readonly expression: string } & Part;

/** At times what SQLite does not understand. */
function onlyPostgresql(choose: Choose, made: Made, database: string): Made {
  if (database !== 'postgresql' || made.type !== 'Text' || !choose.chance(20)) return made;
  return { ...made, expression: `left(${made.expression}, 2)` };
}

type Make = (choose: Choose, name: string) => Made;

const ofNumber: Make = (choose, name) =>
  choose.pick([
    { type: 'BigInteger', expression: `${name} + 1` },
    { type: 'Boolean', expression: `${name} > 3 and ${name} <> 8` },
    { type: 'Numeric', precision: 30, scale: 2, expression: `coalesce(${name}, 0) * 2` },
  ]);

const ofText: Make = (choose, name) =>
  choose.pick([
    { type: 'Text', expression: `lower(${name})` },
    { type: 'Text', expression: `coalesce(trim(${name}), 'no: 100%') || '!'` },
    { type: 'Integer', expression: `length(${name})` },
    { type: 'String', length: 300, expression: `upper(${name})` },
  ]);

const MADE: Readonly<Record<string, Make | undefined>> = {
  Integer: ofNumber,
  SmallInteger: ofNumber,
  String: ofText,
  Text: ofText,
  Boolean: (_, name) => ({ type: 'Boolean', expression: `not ${name}` }),
};
