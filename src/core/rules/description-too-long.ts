import { dialectOf } from '../schema/dialects.ts';
import { type Part, type SchemaView, text } from '../schema/view.ts';
import { valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB218: a description that the database cannot keep as its comment. */
export const descriptionTooLong: Rule = {
  code: 'BB218',
  name: 'description-too-long',
  severity: 'error',
  summary:
    'A description is longer than a comment in the database: 2048 characters of a table and 1024 of a column on MySQL, 3750 on SQL Server.',
  check: (view) => {
    const { comment } = dialectOf(view);
    return view.tables.flatMap((table) => [
      ...tooLong(view, table, comment.ofTable),
      ...table.columns.flatMap((it) => tooLong(view, it, comment.ofColumn)),
    ]);
  },
};

function tooLong(view: SchemaView, part: Part, most: number): readonly RuleFinding[] {
  const written = text(part.raw.description)?.trim() ?? '';
  if (written.length <= most || [...written].length <= most) return [];
  const message = `this has ${[...written].length} characters; the longest comment that ${dialectOf(view).label} keeps here has ${most}`;
  return [{ ...valueAt(part, 'description'), message }];
}
