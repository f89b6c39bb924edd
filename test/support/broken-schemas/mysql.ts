import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, key, post, table } from './broken-schema.ts';

const MYSQL = ['mysql'] as const;

/** A table with one column beside its key. */
const only = (column: JsonObject, more: JsonObject = {}) => ({
  on: MYSQL,
  tables: [table('things', [{ name: 'a', ...column }], more)],
});

const several = (count: number, column: JsonObject) => ({
  on: MYSQL,
  tables: [
    table(
      'things',
      Array.from({ length: count }, (_, i) => ({ name: `c${i}`, ...column })),
    ),
  ],
});

const indexed = (index: JsonObject) => only({ type: 'Integer' }, { indexes: [{ columns: ['a'], ...index }] });

const blog = (reference: JsonObject) => ({
  on: MYSQL,
  tables: [table('users'), table('posts', [key('user_id', 'users', reference)])],
});

/** Mistakes of which only schemas for MySQL and MariaDB are refused. */
export const MYSQL_ONLY: readonly BrokenSchema[] = [
  {
    code: 'BB218',
    mistake: 'a description of a column that is longer than a comment',
    ...only({ type: 'Integer', description: 'x'.repeat(1025) }),
    fails: ['migration', /Comment for field 'a' is too long \(max = 1024\)/],
  },
  {
    code: 'BB218',
    mistake: 'a description of a table that is longer than a comment',
    ...only({ type: 'Integer' }, { description: 'x'.repeat(2049) }),
    fails: ['migration', /Comment for table 'things' is too long \(max = 2048\)/],
  },
  {
    code: 'BB302',
    mistake: 'a text without a length',
    ...only({ type: 'String' }),
    fails: ['migration', /VARCHAR requires a length/],
  },
  {
    code: 'BB303',
    mistake: 'a fixed length that MySQL does not take',
    ...only({ type: 'Char', length: 256 }),
    fails: ['migration', /Column length too big/],
  },
  {
    code: 'BB306',
    mistake: 'a value with a backslash',
    ...only({ type: 'Enum', values: ['x\\y'] }),
    fails: ['comparison', /'modify_type'/],
  },
  {
    code: 'BB306',
    mistake: 'a value that ends in a space',
    ...only({ type: 'Enum', values: ['x '] }),
    fails: ['comparison', /ENUM\('x'\), Enum\('x '/],
  },
  {
    code: 'BB316',
    mistake: 'an interval',
    ...only({ type: 'Interval' }),
    requests: [post('things', { a: '-P400000D' }, '"a":"-P400000D"')],
    fails: ['requests', /POST/],
  },
  {
    code: 'BB327',
    mistake: 'long texts that are wider together than a row',
    ...several(65, { type: 'String', length: 255 }),
    fails: ['migration', /Row size too large\. The maximum row size/],
  },
  {
    code: 'BB327',
    mistake: 'short texts that are wider together than half a page',
    ...several(33, { type: 'String', length: 63 }),
    fails: ['migration', /Row size too large/],
  },
  {
    code: 'BB405',
    mistake: 'two foreign keys of one name in two tables',
    on: MYSQL,
    tables: [
      table('users'),
      ...['posts', 'pages'].map((it) =>
        table(it, [{ name: 'user_id', type: 'Integer' }], {
          constraints: [
            {
              type: 'foreign_key',
              columns: ['user_id'],
              target_table: 'users',
              target_columns: ['id'],
              name: 'fk',
            },
          ],
        }),
      ),
    ],
    fails: ['migration', /errno: 121 "Duplicate key on write or update"/],
  },
  {
    code: 'BB417',
    mistake: 'a default for a key, which MySQL does not set',
    ...blog({ on_delete: 'SET DEFAULT', default: 1 }),
    fails: ['comparison', /'remove_fk'/],
  },
  {
    code: 'BB424',
    mistake: 'a key that is checked later',
    ...blog({ deferrable: 'deferred' }),
    fails: ['migration', /error in your SQL syntax/],
  },
  {
    code: 'BB425',
    mistake: 'a key that changes what a stored column is computed from',
    on: MYSQL,
    tables: [
      table('users'),
      table('posts', [
        key('user_id', 'users', { on_delete: 'SET NULL' }),
        { name: 'b', type: 'Integer', generated: { expression: 'user_id + 1' } },
      ]),
    ],
    fails: ['migration', /cannot be used in the GENERATED ALWAYS AS clause/],
  },
  {
    code: 'BB442',
    mistake: 'an index over a part of the rows',
    ...indexed({ unique: true, where: 'a > 1' }),
    fails: ['import', /Argument 'mysql_where' is not accepted/],
  },
  {
    code: 'BB442',
    mistake: 'an index over an expression',
    ...indexed({ columns: [{ expression: 'a + 1' }] }),
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB205',
    mistake: 'a space at the end of a name',
    on: MYSQL,
    tables: [table('things', [{ name: 'a ', type: 'Integer' }])],
    fails: ['migration', /Incorrect column name 'a '/],
  },
  {
    code: 'BB331',
    mistake: 'a generated column that is required',
    ...only({ type: 'Integer', nullable: false, generated: { expression: 'id + 1' } }),
    fails: ['migration', /syntax to use near 'NOT NULL|cannot be used in the GENERATED ALWAYS AS/],
  },
  {
    code: 'BB432',
    mistake: 'a check of a number that the database gives',
    ...only({ type: 'Integer' }, { constraints: [{ type: 'check', expression: 'id > 0' }] }),
    fails: ['migration', /'AUTO_INCREMENT' cannot be used in the CHECK clause/],
  },
  {
    code: 'BB432',
    mistake: 'a check of a key that the database changes',
    on: MYSQL,
    tables: [
      table('users'),
      table('posts', [key('user_id', 'users', { on_delete: 'SET NULL' })], {
        constraints: [{ type: 'check', expression: 'user_id > 0' }],
      }),
    ],
    fails: ['migration', /'user_id' cannot be used in the CHECK clause/],
  },
  {
    code: 'BB445',
    mistake: 'an exclusion',
    ...only(
      { type: 'Integer' },
      { constraints: [{ type: 'exclude', method: 'gist', elements: [{ name: 'a', with: '=' }] }] },
    ),
    fails: ['migration', /name 'on_postgresql' is not defined/],
  },
];
