import { isObject } from '../document/json.ts';
import type { TableView } from '../schema/view.ts';
import { keyAt, quote } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB706: limits of access, until the generator builds authentication. */
export const accessNotEnforced: Rule = {
  code: 'BB706',
  name: 'access-not-enforced',
  severity: 'information',
  summary:
    '`access` and `owner` are kept for the day when backends have authentication; until then everybody may read and write.',
  check: (view) => [
    ...(isObject(view.raw.api) && view.raw.api.access !== undefined
      ? [notEnforced({ raw: view.raw, at: [] }, 'access')]
      : []),
    ...view.tables.flatMap(ofTable),
  ],
};

const ofTable = (table: TableView): readonly RuleFinding[] => {
  const { api } = table;
  if (api === undefined || api === false) return [];
  return ['access', 'owner'].filter((it) => api[it] !== undefined).map((it) => notEnforced(table, it));
};

function notEnforced(part: Pick<TableView, 'raw' | 'at'>, property: string): RuleFinding {
  const message = `${quote(property)} is not enforced yet: until backends have authentication, everybody may read and write`;
  return { ...keyAt({ ...part, at: [...part.at, 'api'] }, property), message };
}
