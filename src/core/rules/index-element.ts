import { elementsOf, partsWithElements } from '../schema/index-elements.ts';
import { quoteAll, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB440: an element of an index that says not what it indexes, or twice. */
export const indexElement: Rule = {
  code: 'BB440',
  name: 'index-element',
  severity: 'error',
  summary: 'An element of an index or exclusion has neither `name` nor `expression`, or both.',
  check: (view) =>
    view.tables.flatMap((table) =>
      partsWithElements(table).flatMap((index) =>
        elementsOf(index).flatMap((it) => {
          const written = ['name', 'expression'].filter((property) => it.raw[property] !== undefined);
          if (written.length === 1) return [];
          const message =
            written.length === 0
              ? 'this needs a "name", the column, or an "expression"'
              : `${quoteAll(written)} say two things; keep one of them`;
          return [{ ...valueAt(it), message }];
        }),
      ),
    ),
};
