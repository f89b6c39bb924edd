import { namedEnums } from '../schema/named-enums.ts';
import { sequenceUses } from '../schema/sequences.ts';
import { type Part, type SchemaView, text } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { commasInKeys } from './comma-in-key.ts';
import { quote, valueAt } from './place.ts';
import { renamedBecause } from './python-name.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB205: names that no database and no file should have, and those that Python spells otherwise. */
export const invalidIdentifier: Rule = {
  code: 'BB205',
  name: 'invalid-identifier',
  severity: 'information',
  summary:
    'A name with control characters, quotes, dots, slashes or `%(`, an enum with brackets in its name, or a foreign key of PostgreSQL with a comma in a column’s, is refused (error); any other that is no Python identifier gets one.',
  check: (view) => {
    const refused = [...suspects(view).flatMap(refuse), ...commasInKeys(view), ...spacesAtEnds(view)];
    const places = new Set(refused.map((it) => JSON.stringify(it.at)));
    const renamed = renamedBecause(view, 'spelling').filter((it) => !places.has(JSON.stringify(it.at)));
    return [...refused, ...renamed];
  },
};

type Written = {
  readonly place: Pick<Finding, 'at' | 'part'>;
  readonly name: string;
  readonly isType?: boolean;
};

/** The names that need a closer look. */
function suspects(view: SchemaView): readonly Written[] {
  return [
    ...namedEnums(view).flatMap((it) => suspect(it, 'name').map((name) => ({ ...name, isType: true }))),
    ...namedEnums(view).flatMap((it) => suspect(it, 'namespace')),
    ...sequenceUses(view).flatMap(({ column, name }) => {
      // It may begin with its namespace.
      const parts = name.split('.');
      const isQualified = parts.length === 2 && !parts.includes('');
      const place = valueAt(column, 'sequence');
      return (isQualified ? parts : [name])
        .filter((it) => !PLAIN.test(it))
        .map((it) => ({ place, name: it }));
    }),
    ...view.tables.flatMap((table) => [
      ...['table_name', 'namespace', 'class_name'].flatMap((it) => suspect(table, it)),
      ...table.columns.flatMap((it) => suspect(it, 'name')),
      ...table.relationships.flatMap((it) => [...suspect(it, 'name'), ...suspect(it, 'back_populates')]),
      ...[...table.constraints, ...table.indexes].flatMap((it) => suspect(it, 'name')),
    ]),
  ];
}

/** Most names. */
const PLAIN = /^\w+$/;

function suspect(part: Part, property: string): readonly Written[] {
  const name = text(part.raw[property]);
  return name === undefined || PLAIN.test(name) ? [] : [{ place: valueAt(part, property), name }];
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

/** SQLAlchemy takes brackets in the name of a type for its arguments and dimensions. */
const BRACKETS: (typeof REFUSED)[number] = [/[()[\]]/, 'a bracket'];

/** MySQL, whose server says "Incorrect column name". */
function spacesAtEnds(view: SchemaView): readonly RuleFinding[] {
  if (view.dbType !== 'mysql') return [];
  return suspects(view)
    .filter(({ name }) => name.endsWith(' ') && name.trim() !== '')
    .map(({ place, name }) => ({
      ...place,
      severity: 'error',
      message: `the name ${quote(name)} ends in a space, which MySQL refuses; use letters, digits and underscores`,
    }));
}

function refuse({ place, name, isType = false }: Written): readonly RuleFinding[] {
  const found = (isType ? [...REFUSED, BRACKETS] : REFUSED).find(([pattern]) => pattern.test(name));
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
