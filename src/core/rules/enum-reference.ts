import { enumSource, namedEnums } from '../schema/named-enums.ts';
import { typedParts } from '../schema/typed-parts.ts';
import { type ColumnView, type SchemaView, text } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnLabel, keyAt, quote, repeated, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB330: an enum column that does not say which values it has, or says it twice. */
export const enumReference: Rule = {
  code: 'BB330',
  name: 'enum-reference',
  severity: 'error',
  summary:
    'The `enum` of a column names none of the `enums` of the root, or stands beside `values`; or two enums have one name.',
  check: (view) => [
    ...twice(view),
    ...typedParts(view)
      .filter((it) => it.type === 'Enum')
      .flatMap((it) => [...unknown(view, it), ...both(it)]),
  ],
};

const twice = (view: SchemaView): readonly RuleFinding[] =>
  repeated(namedEnums(view), (it) => it.name).map(({ item, first }) => ({
    ...valueAt(item, 'name'),
    message: `the enum ${quote(item.name ?? '')} is declared twice; columns would use the first`,
    related: [{ at: [...first.at, 'name'], message: 'the first one' }],
  }));

function unknown(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const name = text(column.raw.enum);
  if (name === undefined || enumSource(view, column) !== undefined) return [];
  const known = namedEnums(view).flatMap((it) => it.name ?? []);
  const message = `no enum of the root is named ${quote(name)}, which ${columnLabel(column)} uses${didYouMean(name, known)}`;
  return [{ ...valueAt(column, 'enum'), message }];
}

const both = (column: ColumnView): readonly RuleFinding[] =>
  column.raw.enum === undefined || column.raw.values === undefined
    ? []
    : [
        {
          ...keyAt(column, 'values'),
          message: `${columnLabel(column)} has both "enum" and "values"; keep one`,
          related: [{ at: [...column.at, 'enum'], message: 'the named enum' }],
        },
      ];
