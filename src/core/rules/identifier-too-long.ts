import { byteLength, MAX_IDENTIFIER_BYTES } from '../schema/identifiers.ts';
import { type Part, type SchemaView, text } from '../schema/view.ts';
import { quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Longest name of a file that every file system takes, with room for an extension. */
const MAX_FILE_NAME_BYTES = 200;

/** BB209: a name that PostgreSQL would cut, or that no file can have. */
export const identifierTooLong: Rule = {
  code: 'BB209',
  name: 'identifier-too-long',
  severity: 'error',
  summary: 'A name is longer than PostgreSQL keeps (63 bytes in UTF-8), or too long for the name of a file.',
  check: (view) => (view.dbType === 'postgresql' ? inDatabase(view) : inFiles(view)),
};

const inDatabase = (view: SchemaView): readonly RuleFinding[] =>
  view.tables.flatMap((table) => [
    ...tooLong(table, 'table_name', MAX_IDENTIFIER_BYTES),
    ...[...table.columns, ...table.constraints, ...table.indexes].flatMap((it) =>
      tooLong(it, 'name', MAX_IDENTIFIER_BYTES),
    ),
  ]);

const inFiles = (view: SchemaView): readonly RuleFinding[] =>
  view.tables.flatMap((it) => tooLong(it, 'table_name', MAX_FILE_NAME_BYTES));

function tooLong(part: Part, property: string, limit: number): readonly RuleFinding[] {
  const name = text(part.raw[property]);
  // A UTF-16 code unit has at most three bytes in UTF-8, so most names need no counting.
  if (name === undefined || name.length * 3 <= limit || byteLength(name) <= limit) return [];
  const message = `the name ${quote(name)} has ${byteLength(name)} bytes; the longest possible has ${limit}`;
  return [{ ...valueAt(part, property), message }];
}
