import type { Dialect } from './broken-schema.ts';

/** An error of a rule without a backend that fails, and why. */
export type Exception = {
  readonly code: string;
  /** Which of its mistakes; all of them when undefined. */
  readonly mistake?: string;
  /** The dialects of the schema; all of them when undefined. */
  readonly dialects?: readonly Dialect[];
  readonly why: string;
};

const NO_SCHEMA = 'Nothing was read that a backend could be generated from.';
const MARIADB =
  'MariaDB, which the tests run, takes it; MySQL, which a project is for just as well, refuses it.';
const SILENT = 'The rule says nothing of schemas for this database.';

/** Every exception from "an error means that it does not work". SQL Server is one as a whole: no server runs here. */
export const EXCEPTIONS: readonly Exception[] = [
  { code: 'BB001', why: NO_SCHEMA },
  { code: 'BB002', why: 'Which of the two values was meant is not known; reading keeps the last.' },
  { code: 'BB003', why: NO_SCHEMA },
  { code: 'BB004', why: NO_SCHEMA },
  {
    code: 'BB005',
    why: 'A limit keeps the editor quick; its user may raise it, and then the schema is generated.',
  },
  {
    code: 'BB205',
    mistake: 'quotes, slashes, dots, control characters and "%(" in names',
    why: 'Section 6 of the format refuses them in every name: references are written with dots, and a name is also a path, a comment and a part of SQL that its author writes.',
  },
  { code: 'BB213', dialects: ['sqlite', 'mysql'], why: SILENT },
  {
    code: 'BB216',
    mistake: 'the namespaces public and information_schema',
    why: 'A table may lie there, but it has no second name: without a namespace it is in `public` already, and what PostgreSQL keeps in the other is not the project’s to change.',
  },
  {
    code: 'BB306',
    mistake: 'a value with NUL',
    dialects: ['sqlite'],
    why: 'SQLite stores it, but its own functions end the text there.',
  },
  { code: 'BB316', dialects: ['postgresql'], why: SILENT },
  {
    code: 'BB316',
    dialects: ['sqlite'],
    why: 'The column would be kept as a text that nothing in the database can search or compare as its type is meant to; every request succeeds.',
  },
  {
    code: 'BB326',
    mistake: 'a range without a subtype',
    why: 'The generator would have to choose one.',
  },
  {
    code: 'BB420',
    why: 'A row that names its own key can be made; a client cannot know that key before, and the tests of the backend cannot either.',
  },
  ...['BB218', 'BB302', 'BB317', 'BB318', 'BB327', 'BB424'].map((code) => ({
    code,
    dialects: ['postgresql', 'sqlite'] as const,
    why: SILENT,
  })),
  ...['BB418', 'BB419', 'BB426'].map((code) => ({ code, why: SILENT })),
  { code: 'BB443', dialects: ['sqlite', 'mysql'], why: SILENT },
  { code: 'BB305', mistake: 'a scale of 31 to 38', dialects: ['mysql'], why: MARIADB },
  { code: 'BB306', mistake: 'a value of more than 255 characters', dialects: ['mysql'], why: MARIADB },
  { code: 'BB405', mistake: 'two checks of one name in two tables', dialects: ['mysql'], why: MARIADB },
  { code: 'BB425', mistake: 'a virtual column in a key', dialects: ['mysql'], why: MARIADB },
  { code: 'BB430', mistake: 'an index over 17 to 32 columns', dialects: ['mysql'], why: MARIADB },
  {
    code: 'BB317',
    dialects: ['mysql'],
    why: `An index is then over the beginning of the text, a unique over a hash. ${MARIADB}`,
  },
  {
    code: 'BB318',
    dialects: ['mysql'],
    why: `An index is then over the beginning of the text, a unique over a hash. ${MARIADB}`,
  },
  {
    code: 'BB325',
    dialects: ['mysql'],
    why: 'BB317 or BB316 refuses the column, too, and a broken schema has one error.',
  },
  {
    code: 'BB441',
    dialects: ['mysql'],
    why: 'It has neither indexes over expressions nor over a part of the rows, which BB442 says first.',
  },
  {
    code: 'BB445',
    dialects: ['sqlite'],
    why: 'The exclusion would be left out, as where SQLite stands in for PostgreSQL, and every request succeeds.',
  },
  {
    code: 'BB423',
    why: 'Columns that take their types from each other have none; the generator would have to choose one.',
  },
  {
    code: 'BB504',
    why: 'The generator would take the first of several keys or partners, and that backend works; section 5 of the format forbids the guess.',
  },
  ...['BB702', 'BB704'].map((code) => ({
    code,
    mistake: 'a space, or a parameter with a name of its own',
    why: 'The server answers to such a path, but it is no URL (RFC 3986) and no path template of OpenAPI.',
  })),
];
