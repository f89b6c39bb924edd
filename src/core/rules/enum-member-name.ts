import { memberName } from '../schema/derived-names.ts';
import { distinct } from '../schema/identifiers.ts';
import { texts } from '../schema/view.ts';
import { type EnumList, enumLists } from './enum-lists.ts';
import { quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB307: a value whose Python member has another name. */
export const enumMemberName: Rule = {
  code: 'BB307',
  name: 'enum-member-name',
  severity: 'information',
  summary: 'A value of an enum is no Python identifier; the member gets a name of its own, the value stays.',
  check: (view) => enumLists(view).flatMap(membersOf),
};

function membersOf({ part, label }: EnumList): readonly RuleFinding[] {
  const values = texts(part.raw.values).filter(
    ({ text }, i, all) => all.findIndex((it) => it.text === text) === i,
  );
  const members = distinct(values.map((it) => memberName(it.text)));
  return values.flatMap(({ text, index }, i) => {
    const member = members[i] ?? '';
    if (member === text.toUpperCase()) return [];
    const message = `the member of ${label} for ${quote(text)} is ${quote(member)} in Python`;
    return [{ ...valueAt(part, 'values', index), message }];
  });
}
