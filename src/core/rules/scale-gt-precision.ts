import { number } from '../schema/view.ts';
import { columnLabel, keyAt, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB304: more digits after the point than in all. */
export const scaleGtPrecision: Rule = {
  code: 'BB304',
  name: 'scale-gt-precision',
  severity: 'error',
  summary:
    'A number has more digits after the decimal point than in all; a scale without precision has no effect.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it): readonly RuleFinding[] => {
        const [precision, scale] = [number(it.raw.precision), number(it.raw.scale)];
        if (it.type !== 'Numeric' || scale === undefined) return [];
        if (precision === undefined) {
          const message = `"scale" has no effect on ${columnLabel(it)} without "precision"`;
          return it.raw.precision === undefined
            ? [{ ...keyAt(it, 'scale'), severity: 'warning', message }]
            : [];
        }
        if (scale <= precision) return [];
        const message = `the scale ${scale} of ${columnLabel(it)} is larger than its precision ${precision}, the number of all digits`;
        return [{ ...valueAt(it, 'scale'), message }];
      }),
};
