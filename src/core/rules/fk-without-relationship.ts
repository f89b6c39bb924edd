import { associationKeys, type End, pairRelationships } from '../schema/pairing.ts';
import { isKeyless } from '../schema/read-only.ts';
import type { KeyView, SchemaView } from '../schema/view.ts';
import { quote, tableLabel } from './place.ts';
import { keyLabel, placeOfKey, references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB517: a foreign key that no relationship follows. */
export const fkWithoutRelationship: Rule = {
  code: 'BB517',
  name: 'fk-without-relationship',
  severity: 'hint',
  summary: 'A foreign key has no relationship, so that the classes of its tables do not know each other.',
  check: (view) => {
    const followed = new Set(pairRelationships(view).flatMap((it) => keysOf(view, it)));
    return references(view)
      .filter(({ key, source, table }) => !followed.has(key) && ![source, table].some(isKeyless))
      .map(({ key, source, table }) => ({
        ...placeOfKey(key),
        message: `no relationship follows ${keyLabel(source, key)}; ${quote('many_to_one')} in ${tableLabel(source)} or ${quote('one_to_many')} in ${tableLabel(table)} would`,
      }));
  },
};

/** The keys that an end follows: its own, or those of its association table. */
function keysOf(view: SchemaView, end: End): readonly KeyView[] {
  const association = view.tableByName.get(end.secondary?.table ?? '');
  if (association === undefined) return end.keys.map((it) => it.view);
  const { source, target } = associationKeys(end, association);
  return [...source, ...target].map((it) => it.view);
}
