import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, key, post, type Request, table } from './broken-schema.ts';

const PARTS = ['a', 'b'].map((name): JsonObject => ({ name, type: 'Integer', primary_key: true }));

/** Users, and posts with one column that references them. */
const blog = (reference: JsonObject, users: JsonObject = table('users')) => [
  users,
  table('posts', [{ name: 'user_id', ...reference }]),
];

const usersBy = (id: JsonObject): JsonObject => ({
  table_name: 'users',
  columns: [{ name: 'id', primary_key: true, ...id }],
});

/** A user with a post, and the end of the user. */
const REMOVAL: readonly Request[] = [
  post('users', {}),
  post('posts', { user_id: 1 }),
  ['DELETE', '/api/v1/users/1'],
];

const HAS_KEY = 'models.Post.__table__.c.user_id.foreign_keys';

/** Mistakes in primary and foreign keys: the rules BB40x, BB41x and BB42x. */
export const KEYS: readonly BrokenSchema[] = [
  {
    code: 'BB402',
    mistake: 'a key that may be NULL',
    tables: [{ ...usersBy({ type: 'String', length: 9, nullable: true }) }],
    requests: [post('users', { id: null })],
    fails: ['requests', /should be a valid string/],
  },
  {
    code: 'BB404',
    mistake: 'a constraint that leaves out a column of the key',
    tables: [
      table('things', [{ name: 'a', type: 'Integer' }], {
        constraints: [{ type: 'primary_key', columns: ['a'] }],
      }),
    ],
    expects: "models.Thing.__table__.primary_key.columns.keys() == ['id', 'a']",
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB404',
    mistake: 'two constraints of the key',
    tables: [
      {
        table_name: 'things',
        columns: ['a', 'b'].map((name) => ({ name, type: 'Integer', nullable: false })),
        constraints: ['a', 'b'].map((it) => ({ type: 'primary_key', columns: [it], name: `pk_${it}` })),
      },
    ],
    expects: "models.Thing.__table__.primary_key.columns.keys() == ['a', 'b']",
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB410',
    mistake: 'a reference without a target',
    tables: blog({ type: 'ForeignKey' }),
    expects: HAS_KEY,
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB410',
    mistake: 'a target without a column',
    tables: blog({ type: 'Integer', target: 'users' }),
    expects: HAS_KEY,
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB410',
    mistake: 'two columns that reference one',
    tables: [
      table('users'),
      table(
        'posts',
        [
          { name: 'user_id', type: 'Integer' },
          { name: 'b', type: 'Integer' },
        ],
        {
          constraints: [
            { type: 'foreign_key', columns: ['user_id', 'b'], target_table: 'users', target_columns: ['id'] },
          ],
        },
      ),
    ],
    expects: HAS_KEY,
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB411',
    mistake: 'a target in no table',
    tables: [table('posts', [{ name: 'user_id', type: 'Integer', target: 'users.id' }])],
    fails: {
      postgresql: ['migration', /column "id" referenced in foreign key constraint does not exist/],
      sqlite: ['migration', /near "\)": syntax error/],
      mysql: ['migration', /error in your SQL syntax/],
    },
  },
  {
    code: 'BB412',
    mistake: 'a target that is no column',
    tables: blog({ type: 'Integer', target: 'users.key' }),
    fails: {
      postgresql: ['migration', /column "key" referenced in foreign key constraint does not exist/],
      sqlite: ['comparison', /table 'users' has no column named 'key'/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB413',
    mistake: 'a target that is not unique',
    tables: blog(
      { type: 'ForeignKey', target: 'users.email' },
      table('users', [{ name: 'email', type: 'String', length: 50 }]),
    ),
    requests: [post('users', { email: 'a' }), post('posts', { user_id: 'a' })],
    fails: {
      postgresql: ['migration', /there is no unique constraint matching given keys/],
      sqlite: ['requests', /foreign key mismatch/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB414',
    mistake: 'a text that references a number',
    tables: blog({ type: 'String', length: 9, target: 'users.id' }),
    requests: [post('users', {}, '"id":1'), post('posts', { user_id: 1 })],
    fails: {
      postgresql: ['migration', /cannot be implemented/],
      sqlite: ['requests', /should be a valid string/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB414',
    mistake: 'a decimal that references a whole number',
    tables: blog({ type: 'Numeric', precision: 9, target: 'users.id' }),
    requests: [post('users', {}, '"id":1'), post('posts', { user_id: 1 }, '"user_id":1')],
    fails: {
      postgresql: ['migration', /cannot be implemented/],
      sqlite: ['requests', /"user_id":"1"/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB414',
    mistake: 'an enum that references one with another value',
    tables: blog(
      { type: 'Enum', values: ['y'], target: 'users.id' },
      usersBy({ type: 'Enum', values: ['x'] }),
    ),
    requests: [post('users', { id: 'x' }), post('posts', { user_id: 'x' })],
    fails: {
      postgresql: ['migration', /cannot be implemented/],
      sqlite: ['requests', /answered 422/],
      mysql: ['requests', /answered 422/],
    },
  },
  {
    code: 'BB414',
    mistake: 'a date that references a moment',
    tables: blog({ type: 'Date', target: 'users.id' }, usersBy({ type: 'DateTime' })),
    requests: [post('users', { id: '2026-01-01T00:00:00' }), post('posts', { user_id: '2026-01-01' })],
    fails: {
      postgresql: ['requests', /answered 409/],
      sqlite: ['requests', /answered 409/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB414',
    mistake: 'a UUID that references a text',
    tables: blog({ type: 'UUID', target: 'users.id' }, usersBy({ type: 'String', length: 36 })),
    requests: ['users', 'posts'].map((it) =>
      post(it, { [it === 'users' ? 'id' : 'user_id']: '0b7c2f0e-2f6e-4c59-9d39-5a0d3b7f3c11' }),
    ),
    fails: {
      postgresql: ['migration', /cannot be implemented/],
      sqlite: ['requests', /answered 409/],
      mysql: ['requests', /answered 409/],
    },
  },
  {
    code: 'BB415',
    mistake: 'a reference to a part of a key',
    tables: blog({ type: 'Integer', target: 'users.a' }, { table_name: 'users', columns: PARTS }),
    requests: [post('users', { a: 1, b: 1 }), post('posts', { user_id: 1 })],
    fails: {
      postgresql: ['migration', /there is no unique constraint matching given keys/],
      sqlite: ['requests', /foreign key mismatch/],
      mysql: ['requests', /foreign key mismatch/],
    },
  },
  {
    code: 'BB416',
    mistake: 'NULL for a required key',
    tables: blog({ type: 'ForeignKey', target: 'users.id', nullable: false, on_delete: 'SET NULL' }),
    requests: REMOVAL,
    fails: {
      postgresql: ['requests', /DELETE \/api\/v1\/users\/1 answered 422/],
      sqlite: ['requests', /DELETE \/api\/v1\/users\/1 answered 422/],
      mysql: ['migration', /Foreign key constraint is incorrectly formed/],
    },
  },
  {
    code: 'BB417',
    mistake: 'no default for a required key',
    tables: blog({ type: 'ForeignKey', target: 'users.id', nullable: false, on_delete: 'SET DEFAULT' }),
    requests: REMOVAL,
    fails: {
      postgresql: ['requests', /DELETE \/api\/v1\/users\/1 answered 422/],
      sqlite: ['requests', /DELETE \/api\/v1\/users\/1 answered 422/],
      mysql: ['comparison', /'remove_fk'/],
    },
  },
  {
    code: 'BB421',
    mistake: 'two tables that require each other',
    tables: [
      table('a', [key('b_id', 'b', { nullable: false })]),
      table('b', [key('a_id', 'a', { nullable: false })]),
    ],
    requests: [post('a', { b_id: 1 })],
    fails: ['requests', /answered 409/],
  },
];
