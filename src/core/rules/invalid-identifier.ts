import { type SchemaView, text } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { quote, valueAt } from './place.ts';
import { renamedBecause } from './python-name.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB205: names that no database and no file should have, and those that Python spells otherwise. */
export const invalidIdentifier: Rule = {
  code: 'BB205',
  name: 'invalid-identifier',
  severity: 'information',
  summary:
    'A name with control characters, quotes, dots, slashes or `%(` is refused (error); any other that is no Python identifier gets one.',
  check: (view) => {
    const refused = names(view).flatMap(refuse);
    const places = new Set(refused.map((it) => JSON.stringify(it.at)));
    const renamed = renamedBecause(view, 'spelling').filter((it) => !places.has(JSON.stringify(it.at)));
    return [...refused, ...renamed];
  },
};

type Written = { readonly place: Pick<Finding, 'at' | 'part'>; readonly name: string };

function names(view: SchemaView): readonly Written[] {
  return view.tables.flatMap((table) =>
    [
      { part: table, properties: ['table_name', 'class_name'] },
      ...table.columns.map((part) => ({ part, properties: ['name'] })),
      ...table.relationships.map((part) => ({ part, properties: ['name', 'back_populates'] })),
      ...[...table.constraints, ...table.indexes].map((part) => ({ part, properties: ['name'] })),
    ].flatMap(({ part, properties }) =>
      properties.flatMap((property) => {
        const name = text(part.raw[property]);
        return name === undefined ? [] : [{ place: valueAt(part, property), name }];
      }),
    ),
  );
}

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\p{Cc}/u, 'a control character'],
  [/["'`]/, 'a quote'],
  [/\./, 'a dot'],
  [/[/\\]/, 'a slash'],
  [/\p{Cs}/u, 'half of a surrogate pair'],
  // SQLAlchemy takes it for the start of a bound parameter: the `_pyformat_pattern` of its compiler.
  [/%\(/, '"%("'],
];

/** Most names; they need no closer look. */
const PLAIN = /^\w+$/;

function refuse({ place, name }: Written): readonly RuleFinding[] {
  if (PLAIN.test(name)) return [];
  const found = REFUSED.find(([pattern]) => pattern.test(name));
  if (found === undefined && name.trim() !== '') return [];
  const reason = found === undefined ? 'consists of spaces' : `contains ${found[1]}`;
  return [
    {
      ...place,
      severity: 'error',
      message: `the name ${quote(name)} ${reason}; use letters, digits and underscores`,
    },
  ];
}
