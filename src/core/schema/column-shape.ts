import { z } from 'zod';
import { COLUMN_TYPE_NAMES, COLUMN_TYPES, ITEM_TYPES, RANGE_SUBTYPES } from './column-types.ts';
import { count, DEFERRABLE, flag, name, need, ON_CHANGE, say } from './shape-words.ts';

/** Formats of text that the API checks. */
export const TEXT_FORMATS = [
  'email',
  'url',
  'uuid',
  'slug',
  'phone',
  'ip',
  'password',
  'color',
  'country',
  'currency',
] as const;

/** The properties of a type, of a column and of the items of an array alike. */
const TYPE_PROPERTIES = {
  length: say(z.int(), 'Largest number of characters, or number of bits.'),
  collation: say(name, 'Collation of the text, one that the database has.'),
  min_length: say(count, 'Smallest number of characters that the API accepts.'),
  max_length: say(count, 'Largest number of characters that the API accepts.'),
  pattern: say(z.string(), 'Regular expression that the API checks.'),
  format: say(
    z.enum(TEXT_FORMATS),
    'Format that the API checks; a `password` is stored as a hash and never read.',
  ),
  precision: say(z.int(), 'Digits in all (numbers), or of fractions of a second (times).'),
  scale: say(z.int(), 'Digits after the decimal point.'),
  min: say(z.number(), 'Smallest value that the API accepts.'),
  max: say(z.number(), 'Largest value that the API accepts.'),
  timezone: say(flag, 'Whether the time carries its time zone.', { default: false }),
  values: say(z.array(z.string()), 'Allowed values, in order.'),
  enum: say(name, 'Name of one of the `enums` of the root, instead of `values`.'),
  varying: say(flag, 'Whether the bit string may be shorter than its `length`.'),
  subtype: say(
    z.enum(RANGE_SUBTYPES),
    'Type of the bounds of the range; a `DateTime` may have a `timezone`.',
  ),
  sql_type: say(z.string(), 'Type of the column as the database writes it, such as `geometry(Point, 4326)`.'),
};

const summaries = (names: readonly (keyof typeof COLUMN_TYPES)[]): Record<string, string> =>
  Object.fromEntries(names.map((it) => [it, COLUMN_TYPES[it].summary]));

/** What the items of an array are. */
const items = z.strictObject({
  type: need(z.enum(ITEM_TYPES as [string, ...string[]]), 'Type of the items.', {
    values: summaries(ITEM_TYPES),
  }),
  ...TYPE_PROPERTIES,
});

/** What a column is. */
export const column = z.strictObject({
  name: need(name, 'Name of the column in the database.'),
  type: need(z.enum(COLUMN_TYPE_NAMES as [string, ...string[]]), 'Type of the column.', {
    values: summaries(COLUMN_TYPE_NAMES),
  }),
  description: say(z.string(), 'What the column holds; shown in the API documentation.'),
  nullable: say(flag, 'Whether the column may be empty. Columns of the primary key never are.', {
    default: true,
  }),
  primary_key: say(flag, 'Whether the column is (part of) the primary key.', { default: false }),
  unique: say(flag, 'Whether every row has another value.', { default: false }),
  index: say(flag, 'Whether the column has an index.', { default: false }),
  autoincrement: say(
    flag,
    'Whether the database numbers the rows. By default a single integer key that is no foreign key is.',
  ),
  default: say(z.unknown(), 'Value of new rows, a literal of the type of the column.'),
  server_default: say(
    z.string(),
    'Value that the database gives to new rows: `now`, `today`, `uuid`, `true`, `false`, `null`, or SQL.',
  ),
  visibility: say(
    z.enum(['read_write', 'read_only', 'write_only', 'hidden']),
    'Where the API shows the column. By default `read_only` when the database makes the value, else `read_write`.',
  ),
  renamed_from: say(name, 'Former name of the column, so that its values are kept.'),
  target: say(name, 'Column that is referenced, as `table.column`.'),
  on_delete: say(ON_CHANGE, 'What happens to this row when the referenced row is deleted.'),
  on_update: say(ON_CHANGE, 'What happens to this row when the referenced key changes.'),
  deferrable: say(
    DEFERRABLE,
    'That the reference may be checked as late as at the end of the transaction; `deferred` is so by default.',
  ),
  ...TYPE_PROPERTIES,
  identity: say(
    z.enum(['always', 'by_default']),
    'That the column is an identity column, which is never NULL; nobody can write one that `always` is numbered.',
  ),
  sequence: say(
    name,
    'Sequence that gives the default, also as `namespace.sequence`; several columns may share one.',
  ),
  generated: say(
    z.strictObject({
      expression: need(z.string(), 'Expression over other columns of the row, in SQL.'),
      stored: say(flag, 'Whether the value is stored, else it is computed when it is read.', {
        default: true,
      }),
    }),
    'That the database computes the value.',
  ),
  items: say(items, 'Type of the items of the array, with its properties.'),
  dimensions: say(z.int(), 'How deep the lists of the array are nested.', { default: 1 }),
});
