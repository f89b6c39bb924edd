import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, post, table } from './broken-schema.ts';

const COLUMNS = ['a', 'b'].map((name): JsonObject => ({ name, type: 'Integer' }));

const things = (more: JsonObject): JsonObject => table('things', COLUMNS, more);

const checked = (...expressions: readonly string[]): readonly JsonObject[] => [
  things({ constraints: expressions.map((it) => ({ type: 'check', expression: it, name: 'ck' })) }),
];

/** Mistakes in constraints and indexes: the rules BB405 and BB43x. */
export const CONSTRAINTS: readonly BrokenSchema[] = [
  {
    code: 'BB450',
    mistake: 'a view that is no query',
    tables: [table('things', [], { kind: 'view', definition: 'nothing' })],
    fails: ['migration', /syntax error|error in your SQL syntax/],
  },
  {
    code: 'BB450',
    mistake: 'a foreign key to a view',
    on: ['postgresql'],
    tables: [
      table('users', [], { kind: 'view', definition: 'SELECT 1 AS id' }),
      table('posts', [{ name: 'user_id', type: 'ForeignKey', target: 'users.id' }]),
    ],
    fails: ['migration', /relation "users" does not exist/],
  },
  {
    code: 'BB405',
    mistake: 'two indexes of one name',
    tables: [things({ indexes: ['a', 'b'].map((it) => ({ columns: [it], name: 'ix' })) })],
    expects: 'len(models.Thing.__table__.indexes) == 2',
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB405',
    mistake: 'two indexes of one name in two tables',
    tables: ['users', 'posts'].map((it) => table(it, COLUMNS, { indexes: [{ columns: ['a'], name: 'ix' }] })),
    fails: ['migration', /"?ix"? already exists/],
  },
  {
    code: 'BB405',
    mistake: 'a sequence with the name of a table',
    on: ['postgresql'],
    tables: [table('things', [{ name: 'a', type: 'Integer', sequence: 'things' }])],
    fails: ['migration', /relation "things" already exists/],
  },
  {
    code: 'BB405',
    mistake: 'two unique constraints of one name in two tables',
    tables: ['users', 'posts'].map((it) =>
      table(it, COLUMNS, { constraints: [{ type: 'unique', columns: ['a'], name: 'uq' }] }),
    ),
    fails: ['migration', /relation "uq" already exists/],
  },
  {
    code: 'BB405',
    mistake: 'two foreign keys of one name',
    tables: [
      table('users'),
      things({
        constraints: ['a', 'b'].map((it) => ({
          type: 'foreign_key',
          columns: [it],
          target_table: 'users',
          target_columns: ['id'],
          name: 'fk',
        })),
      }),
    ],
    fails: ['migration', /constraint "fk" for relation "things" already exists|Duplicate key name 'fk'/],
  },
  {
    code: 'BB405',
    mistake: 'two checks of one name',
    tables: checked('a > 1', 'a < 9'),
    expects: "sum(it.name == 'ck' for it in models.Thing.__table__.constraints) == 2",
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB405',
    mistake: 'an index with the name of a table',
    tables: [things({ indexes: [{ columns: ['a'], name: 'users' }] }), table('users')],
    fails: {
      postgresql: ['migration', /relation "users" already exists/],
      sqlite: ['migration', /there is already/],
      mysql: ['migration', /there is already an index named users/],
    },
  },
  {
    code: 'BB430',
    mistake: 'an index over no column of its table',
    tables: [things({ indexes: [{ columns: ['c'] }] })],
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB430',
    mistake: 'a unique over a column that is not there',
    tables: [things({ constraints: [{ type: 'unique', columns: ['a', 'c'], name: 'uq' }] })],
    expects: 'any(len(it.columns) == 2 for it in models.Thing.__table__.constraints)',
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB430',
    mistake: 'a unique over one column twice',
    tables: [things({ constraints: [{ type: 'unique', columns: ['a', 'a'] }] })],
    fails: ['comparison', /New upgrade operations detected: \[\('remove_(constraint|index)'/],
  },
  {
    code: 'BB430',
    mistake: 'a unique over no column',
    tables: [things({ constraints: [{ type: 'unique', columns: [] }] })],
    fails: ['migration', /SyntaxError: invalid syntax/],
  },
  {
    code: 'BB430',
    mistake: 'an index over more columns than servers take',
    tables: [
      table(
        'things',
        Array.from({ length: 33 }, (_, i) => ({ name: `c${i}`, type: 'Integer' })),
        { indexes: [{ columns: Array.from({ length: 33 }, (_, i) => `c${i}`) }] },
      ),
    ],
    fails: ['migration', /cannot use more than 32 columns in an index|max 32 parts allowed/],
  },
  {
    code: 'BB431',
    mistake: 'a key over the version of its row',
    tables: [
      {
        table_name: 'things',
        options: { use_optimistic_lock: true },
        columns: [
          { name: 'a', type: 'Integer', nullable: false },
          { name: 'b', type: 'Integer' },
        ],
        constraints: [{ type: 'primary_key', columns: ['a', 'version'] }],
      },
    ],
    requests: [
      post('things', { a: 1 }),
      ['PATCH', '/api/v1/things/1/1', { b: 2 }],
      ['GET', '/api/v1/things/1/1'],
    ],
    fails: ['requests', /GET \/api\/v1\/things\/1\/1 answered 404/],
  },
  {
    code: 'BB432',
    mistake: 'a check of a column that is not there',
    tables: checked('c > 1'),
    fails: {
      postgresql: ['migration', /column "c" does not exist/],
      sqlite: ['migration', /no such column: c/],
      mysql: ['migration', /Unknown column 'c' in 'CHECK'/],
    },
  },
  {
    code: 'BB432',
    mistake: 'a parenthesis that is not closed',
    tables: checked('(a > 1'),
    fails: {
      postgresql: ['migration', /syntax error/],
      sqlite: ['migration', /incomplete input/],
      mysql: ['migration', /error in your SQL syntax/],
    },
  },
  {
    code: 'BB432',
    mistake: 'a word of SQL that names a column without quotes',
    tables: [
      table('things', [{ name: 'limit', type: 'Integer' }], {
        constraints: [{ type: 'check', expression: 'limit > 1' }],
      }),
    ],
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB432',
    mistake: 'a check without an expression',
    tables: [things({ constraints: [{ type: 'check' }] })],
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB432',
    mistake: 'a check with a subquery',
    tables: checked('a > (select 1)'),
    fails: {
      postgresql: ['migration', /cannot use subquery in check constraint/],
      sqlite: ['migration', /subqueries prohibited in CHECK constraints/],
      mysql: ['migration', /CHECK does not support subqueries/],
    },
  },
];
