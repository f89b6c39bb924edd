import { namedEnums } from '../schema/named-enums.ts';
import { quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB603: a named enum that no column has. */
export const unusedEnum: Rule = {
  code: 'BB603',
  name: 'unused-enum',
  severity: 'hint',
  summary: 'A named enum is used by no column: its class and its type in the database serve nothing.',
  check: (view) => {
    const used = new Set(view.tables.flatMap((it) => it.columns).map((it) => it.raw.enum));
    return namedEnums(view)
      .filter((it) => it.name !== undefined && !used.has(it.name))
      .map((it) => ({
        ...valueAt(it, 'name'),
        message: `no column uses the enum ${quote(it.name ?? '')}`,
        tags: ['unnecessary'] as const,
      }));
  },
};
