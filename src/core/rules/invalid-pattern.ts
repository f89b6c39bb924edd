import { patternFault } from '../schema/pattern.ts';
import { text } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB322: a regular expression that the generated API cannot use. */
export const invalidPattern: Rule = {
  code: 'BB322',
  name: 'invalid-pattern',
  severity: 'error',
  summary:
    'A pattern is refused by pydantic or by Python; look-around and back-references are not supported.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => {
        const pattern = text(it.raw.pattern);
        const fault = pattern === undefined ? undefined : patternFault(pattern);
        if (fault === undefined) return [];
        return [{ ...valueAt(it, 'pattern'), message: `the pattern of ${columnLabel(it)} ${fault}` }];
      }),
};
