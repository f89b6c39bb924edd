import { memberName } from '../schema/derived-names.ts';
import { distinct } from '../schema/identifiers.ts';
import { texts } from '../schema/view.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB307: a value whose Python member has another name. */
export const enumMemberName: Rule = {
  code: 'BB307',
  name: 'enum-member-name',
  severity: 'information',
  summary: 'A value of an enum is no Python identifier; the member gets a name of its own, the value stays.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .filter((it) => it.type === 'Enum')
      .flatMap((column) => {
        const values = texts(column.raw.values).filter(
          ({ text }, i, all) => all.findIndex((it) => it.text === text) === i,
        );
        const members = distinct(values.map((it) => memberName(it.text)));
        return values.flatMap(({ text, index }, i) => {
          const member = members[i] ?? '';
          if (member === text.toUpperCase()) return [];
          const message = `the member of ${columnLabel(column)} for ${quote(text)} is ${quote(member)} in Python`;
          return [{ ...valueAt(column, 'values', index), message }];
        });
      }),
};
