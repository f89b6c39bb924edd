import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB320: a time that does not say where it is. */
export const naiveDatetime: Rule = {
  code: 'BB320',
  name: 'naive-datetime',
  severity: 'information',
  summary: 'A date and time without time zone: PostgreSQL and clients may take it for different moments.',
  check: (view) =>
    view.dbType !== 'postgresql'
      ? []
      : view.tables
          .flatMap((it) => it.columns)
          .filter((it) => it.type === 'DateTime' && it.raw.timezone === undefined)
          .map((it) => ({
            ...valueAt(it, 'type'),
            message: `${columnLabel(it)} has no time zone; write "timezone": true, or false when that is meant`,
          })),
};
