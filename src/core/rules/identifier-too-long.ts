import type { Limit } from '../schema/dialect.ts';
import { dialectOf, lengthIn } from '../schema/dialects.ts';
import { namedEnums } from '../schema/named-enums.ts';
import { sequenceUses } from '../schema/sequences.ts';
import { type Part, text } from '../schema/view.ts';
import { quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Longest name of a file that every file system takes, with room for an extension. */
const OF_FILES: Limit = { most: 200, unit: 'bytes' };

/** BB209: a name that the database would cut or refuse, or that no file can have. */
export const identifierTooLong: Rule = {
  code: 'BB209',
  name: 'identifier-too-long',
  severity: 'error',
  summary:
    'A name is longer than the database takes (63 bytes in UTF-8 on PostgreSQL, 64 characters on MySQL, 128 on ' +
    'SQL Server), or too long for the name of a file.',
  check: (view) => {
    const limit = dialectOf(view).identifier;
    return [
      ...namedEnums(view).flatMap((it) =>
        ['name', 'namespace'].flatMap((name) => tooLong(it, name, [limit])),
      ),
      ...sequenceUses(view).flatMap(({ column, name }) =>
        name.split('.').flatMap((it) => whyTooLong(column, { property: 'sequence', name: it }, [limit])),
      ),
      ...view.tables.flatMap((table) => [
        ...tooLong(table, 'table_name', [limit, OF_FILES]),
        ...tooLong(table, 'namespace', [limit]),
        ...[...table.columns, ...table.constraints, ...table.indexes].flatMap((it) =>
          tooLong(it, 'name', [limit]),
        ),
      ]),
    ];
  },
};

function tooLong(part: Part, property: string, limits: readonly Limit[]): readonly RuleFinding[] {
  const name = text(part.raw[property]);
  return name === undefined ? [] : whyTooLong(part, { property, name }, limits);
}

type Written = { readonly property: string; readonly name: string };

function whyTooLong(
  part: Part,
  { property, name }: Written,
  limits: readonly Limit[],
): readonly RuleFinding[] {
  // A UTF-16 code unit has at most three bytes in UTF-8, so most names need no counting.
  const broken = limits.find(({ most, unit }) => name.length * 3 > most && lengthIn(unit, name) > most);
  if (broken === undefined) return [];
  const { most, unit } = broken;
  const message = `the name ${quote(name)} has ${lengthIn(unit, name)} ${unit}; the longest possible has ${most}`;
  return [{ ...valueAt(part, property), message }];
}
