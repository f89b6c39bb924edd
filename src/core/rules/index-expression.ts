import { elementsOf, isExclusion, partsWithElements } from '../schema/index-elements.ts';
import type { Part, SchemaView, TableView } from '../schema/view.ts';
import { valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { whyNotOverColumns } from './sql-over-columns.ts';

/** BB441: SQL of an index that is not one expression over columns of its table. */
export const indexExpression: Rule = {
  code: 'BB441',
  name: 'index-expression',
  severity: 'error',
  summary:
    'An `expression` or `where` of an index or exclusion is not one balanced SQL expression, or names a column that its table does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      partsWithElements(table).flatMap((index) => [
        ...elementsOf(index).flatMap((it) =>
          sqlIn({ view, table }, it, { property: 'expression', what: whatIs(index) }),
        ),
        ...sqlIn({ view, table }, index, { property: 'where', what: whatIs(index) }),
      ]),
    ),
};

const whatIs = (part: Part): string => (isExclusion(part) ? 'exclusion' : 'index');

type Place = { readonly property: string; readonly what: string };

type Holder = { readonly view: SchemaView; readonly table: TableView };

function sqlIn({ view, table }: Holder, part: Part, { property, what }: Place): readonly RuleFinding[] {
  const sql = part.raw[property];
  if (typeof sql !== 'string') return [];
  return whyNotOverColumns(view, table, { part: what, sql }).map((message) => ({
    ...valueAt(part, property),
    message,
  }));
}
