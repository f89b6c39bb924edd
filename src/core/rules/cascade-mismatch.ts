import { type End, holdsKey, type Key, pairRelationships } from '../schema/pairing.ts';
import { endLabel, quote, valueAt } from './place.ts';
import { keyLabel, placeOfKey } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB516: what SQLAlchemy and the database do with the children of a deleted row differs. */
export const cascadeMismatch: Rule = {
  code: 'BB516',
  name: 'cascade-mismatch',
  severity: 'information',
  summary:
    'The `cascade` of a relationship and the `on_delete` of its key disagree: what happens to children depends on who deletes their parent, SQLAlchemy or another client of the database.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const [key] = end.keys;
      const isParent = end.keys.length === 1 && !holdsKey(end);
      return key === undefined || !isParent ? [] : disagreement(end, key);
    }),
};

function disagreement(end: End, key: Key): readonly RuleFinding[] {
  const { cascade } = end.view.raw;
  const action = key.view.raw.on_delete;
  const label = keyLabel(key.holder, key.view);
  const finding = (message: string): readonly RuleFinding[] => [
    {
      ...valueAt(end.view, 'cascade'),
      message,
      related: [{ at: placeOfKey(key.view).at, message: 'the foreign key' }],
    },
  ];
  if (cascade === 'none' && action === 'CASCADE')
    return finding(
      `"on_delete" of ${label} deletes the rows of ${endLabel(end)} whatever "cascade" says; write "RESTRICT" there, or remove "cascade"`,
    );
  const deletes = cascade === 'all' || cascade === 'all, delete-orphan';
  if (!deletes || action === 'CASCADE') return [];
  const database =
    typeof action === 'string'
      ? `"on_delete" of ${label} is ${quote(action)}`
      : `${label} has no "on_delete"`;
  return finding(
    `SQLAlchemy deletes the rows of ${endLabel(end)} with their parent, but ${database}; write "on_delete": "CASCADE" there`,
  );
}
