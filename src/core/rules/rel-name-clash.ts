import { type End, pairRelationships } from '../schema/pairing.ts';
import { pythonAttribute } from '../schema/python-names.ts';
import type { TableView } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import type { Pointer } from '../shared/pointer.ts';
import { optionColumnNames, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB510: two attributes of one class that have the same name. */
export const relNameClash: Rule = {
  code: 'BB510',
  name: 'rel-name-clash',
  severity: 'error',
  summary:
    'A relationship, with its written or derived name, has the name of a column or of another relationship.',
  check: (view) => {
    const bySource = groupBy(pairRelationships(view), (it) => it.source);
    return [...bySource].flatMap(([table, ends]) => clashesOf(table, ends));
  },
};

type Owner = { readonly what: string; readonly at: Pointer };

function clashesOf(table: TableView, ends: readonly End[]): readonly RuleFinding[] {
  const taken = new Map<string, Owner>();
  for (const it of optionColumnNames(table))
    taken.set(it, { what: 'a column of "options"', at: [...table.at, 'options'] });
  for (const it of table.columns) {
    if (it.name !== undefined)
      taken.set(pythonAttribute(it.name), { what: 'a column', at: [...it.at, 'name'] });
  }
  return ends.flatMap((end) => {
    const attribute = pythonAttribute(end.attribute);
    const owner = taken.get(attribute);
    if (owner === undefined) {
      taken.set(attribute, { what: 'another relationship', at: placeOfName(end).at });
      return [];
    }
    return [clash(end, owner)];
  });
}

function clash(end: End, owner: Owner): RuleFinding {
  const how =
    end.view.name === undefined
      ? `gets the name ${quote(end.attribute)}`
      : `is named ${quote(end.attribute)}`;
  return {
    ...placeOfName(end),
    message: `this relationship of ${tableLabel(end.source)} ${how}, which ${owner.what} has already; write another "name"`,
    related: [{ at: owner.at, message: `${quote(end.attribute)} is here` }],
  };
}

const placeOfName = (end: End) => valueAt(end.view, end.view.name === undefined ? 'target_table' : 'name');
