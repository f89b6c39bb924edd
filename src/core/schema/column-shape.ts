import { z } from 'zod';
import { COLUMN_TYPE_NAMES, COLUMN_TYPES, TYPES_NOT_YET } from './column-types.ts';
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

/** What a column is. */
export const column = z.strictObject({
  name: need(name, 'Name of the column in the database.'),
  type: need(z.enum(COLUMN_TYPE_NAMES as [string, ...string[]]), 'Type of the column.', {
    notYet: { values: TYPES_NOT_YET },
    values: Object.fromEntries(COLUMN_TYPE_NAMES.map((it) => [it, COLUMN_TYPES[it].summary])),
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
  renamed_from: say(name, 'Former name of the column.', { notYet: true }),
  target: say(name, 'Column that is referenced, as `table.column`.'),
  on_delete: say(ON_CHANGE, 'What happens to this row when the referenced row is deleted.'),
  on_update: say(ON_CHANGE, 'What happens to this row when the referenced key changes.'),
  deferrable: say(DEFERRABLE, 'When the reference is checked.', { notYet: true }),
  length: say(z.int(), 'Largest number of characters.'),
  collation: say(name, 'Collation of the text.', { notYet: true }),
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
  enum: say(name, 'Name of an enum of the root.', { notYet: true }),
  identity: say(z.enum(['always', 'by_default']), 'Form of the identity column.', { notYet: true }),
  sequence: say(name, 'Sequence that numbers the rows.', { notYet: true }),
  generated: say(z.looseObject({}), 'Expression that the value is computed from.', { notYet: true }),
  items: say(z.unknown(), 'Type of the items of the array.', { notYet: true }),
  dimensions: say(z.int(), 'Dimensions of the array.', { notYet: true }),
  varying: say(flag, 'Whether the bit string may be shorter.', { notYet: true }),
  subtype: say(name, 'Type of the bounds of the range.', { notYet: true }),
  sql_type: say(z.string(), 'Type of the column as the database writes it.', { notYet: true }),
});
