import { isArray } from '../document/json.ts';
import { dialectOf } from '../schema/dialects.ts';
import { type ElementView, elementsOf, isExclusion, methodOf } from '../schema/index-elements.ts';
import { EXCLUSION_OPERATORS, INDEX_METHODS } from '../schema/index-methods.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { columnOf, type Part, type SchemaView, type TableView, text } from '../schema/view.ts';
import { keyAt, quote, quoteAll, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB445: an exclusion that its database does not have. */
export const exclusion: Rule = {
  code: 'BB445',
  name: 'exclusion',
  severity: 'error',
  summary:
    'An exclusion is not for PostgreSQL, lacks its `method` or `elements`, or has a method or an operator that cannot exclude rows; an operator that BackBone does not know is a warning.',
  check: (view) => {
    const { exclusions, label } = dialectOf(view);
    return view.tables.flatMap((table) =>
      table.constraints
        .filter(isExclusion)
        .flatMap((part) =>
          exclusions
            ? inExclusion({ view, table, part })
            : [{ ...valueAt(part, 'type'), message: `${label} has no exclusion constraints` }],
        ),
    );
  },
};

type Place = { readonly view: SchemaView; readonly table: TableView; readonly part: Part };

function inExclusion({ view, table, part }: Place): readonly RuleFinding[] {
  const { elements, method } = part.raw;
  const lacks = [
    ...(method === undefined ? ['method'] : []),
    ...(isArray(elements) && elements.length > 0 ? [] : ['elements']),
  ];
  if (lacks.length > 0) {
    const message = `this exclusion of ${tableLabel(table)} needs ${quoteAll(lacks)}`;
    return [{ ...valueAt(part, 'type'), message }];
  }
  const facts = INDEX_METHODS[methodOf(part)];
  if (facts === undefined) return [];
  if (!facts.excludes)
    return [
      { ...valueAt(part, 'method'), message: `an index of the method ${methodOf(part)} excludes no rows` },
    ];
  const all = elementsOf(part);
  const several = `an index of the method ${methodOf(part)} has one column or expression`;
  return [
    ...(all.length > 1 && !facts.severalColumns ? [{ ...keyAt(part, 'elements'), message: several }] : []),
    ...all.flatMap((it) => {
      const type = resolvedColumn(view, columnOf(table, it.name))?.type;
      return unfit(it, methodOf(part), type).map((why) => ({ ...valueAt(it, 'with'), ...why }));
    }),
  ];
}

/** What is wrong with the operator of an element. */
function unfit(
  { raw }: ElementView,
  method: string,
  type: string | undefined,
): readonly Pick<RuleFinding, 'message' | 'severity'>[] {
  const operator = text(raw.with);
  if (operator === undefined) return [];
  if (!/^[+*/<>=~!@#%^&|`?-]+$/.test(operator) || /--|\/\*/.test(operator))
    return [{ message: `${quote(operator)} is not an operator` }];
  if (NOT_COMMUTATIVE.has(operator))
    return [{ message: `${operator} depends on which row is first; an exclusion cannot use it` }];
  const known = EXCLUSION_OPERATORS[operator];
  if (known === undefined) {
    const message = `BackBone does not know the operator ${operator}; see that indexes of the method ${method} have it before the migration runs`;
    return [{ message, severity: 'warning' }];
  }
  if (!known.methods.includes(method))
    return [{ message: `an index of the method ${method} does not know ${operator}` }];
  return type === undefined || known.fits(type)
    ? []
    : [{ message: `an index of the method ${method} does not know ${operator} for the type ${type}` }];
}

const NOT_COMMUTATIVE: ReadonlySet<string> = new Set([
  '<',
  '<=',
  '>',
  '>=',
  '<<',
  '>>',
  '@>',
  '<@',
  '&<',
  '&>',
]);
