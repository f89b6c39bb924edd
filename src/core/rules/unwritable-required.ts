import { isKeyless, isView } from '../schema/read-only.ts';
import { type ColumnView, type TableView, texts } from '../schema/view.ts';
import { hasValue, numberedColumns } from './given-values.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB321: a column that must have a value and that nobody can give one. */
export const unwritableRequired: Rule = {
  code: 'BB321',
  name: 'unwritable-required',
  severity: 'error',
  summary: 'A required column without default that the API cannot write: creating a row could never work.',
  check: (view) => {
    const numbered = numberedColumns(view);
    return view.tables.filter(canCreate).flatMap((table) =>
      table.columns
        .filter((it) => isUnwritable(it) && isRequired(table, it) && !hasValue(it) && !numbered.has(it))
        .map((it) => ({
          ...valueAt(it, it.raw.visibility === undefined ? 'name' : 'visibility'),
          message: `${columnLabel(it)} is required, but creating a row cannot set it; add "default", allow NULL or make it writable`,
        })),
    );
  },
};

const isUnwritable = ({ raw, type }: ColumnView): boolean =>
  raw.visibility === 'read_only' || raw.visibility === 'hidden' || type === 'TSVector';

const CREATING: ReadonlySet<string> = new Set(['create', 'bulk_create']);

function canCreate(table: TableView): boolean {
  if (table.api === false || isView(table) || isKeyless(table)) return false;
  const written = table.api?.operations;
  return !Array.isArray(written) || texts(written).some((it) => CREATING.has(it.text));
}
