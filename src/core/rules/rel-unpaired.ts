import { type End, pairRelationships } from '../schema/pairing.ts';
import { groupBy } from '../shared/group-by.ts';
import { endLabel, joined, valueAt } from './place.ts';
import { keyLabel } from './references.ts';
import type { Rule } from './rule.ts';

/** BB509: an end that is read only, because others write its key. */
export const relUnpaired: Rule = {
  code: 'BB509',
  name: 'rel-unpaired',
  severity: 'warning',
  summary:
    'An end has no other end, while other relationships have the same foreign key: SQLAlchemy would write it twice, so this end can only be read.',
  check: (view) => {
    const byKey = groupBy(pairRelationships(view), (it) => it.keys[0]?.view);
    return [...byKey].flatMap(([key, ends]) =>
      key === undefined ? [] : ends.filter((it) => isReadOnly(it, ends)).map((it) => found(it, ends)),
    );
  },
};

/** Of ends that all stand alone the first is written. */
const isReadOnly = (end: End, sharing: readonly End[]): boolean =>
  end.keys.length === 1 &&
  end.partner === undefined &&
  (sharing[0] !== end || sharing.some((it) => it.partner !== undefined));

function found(end: End, sharing: readonly End[]) {
  const others = sharing.filter((it) => it !== end);
  const [key] = end.keys;
  const label = key === undefined ? '' : ` ${keyLabel(key.holder, key.view)}`;
  return {
    ...valueAt(end.view, 'type'),
    message: `${endLabel(end)} can only be read, because ${joined(others.map(endLabel))} ${others.length === 1 ? 'has' : 'have'} the same foreign key${label}; pair them by "name" and "back_populates", or remove one`,
    related: others.map((it) => ({ at: it.view.at, message: 'the same foreign key' })),
  };
}
