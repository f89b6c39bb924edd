import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, key, post, table } from './broken-schema.ts';

/** Users, and posts whose reference is computed. */
const computed = (actions: JsonObject) => [
  table('users'),
  table('posts', [
    { name: 'a', type: 'Integer' },
    key('user_id', 'users', { generated: { expression: 'a + 1' }, ...actions }),
  ]),
];

/** Mistakes in generated columns: the rules BB331 and BB425. */
export const GENERATED_COLUMNS: readonly BrokenSchema[] = [
  {
    code: 'BB331',
    mistake: 'a value computed from a column that is not there',
    tables: [table('things', [{ name: 'a', type: 'Integer', generated: { expression: 'prize' } }])],
    fails: {
      postgresql: ['migration', /column "prize" does not exist/],
      sqlite: ['migration', /no such column: prize/],
      mysql: ['migration', /Unknown column 'prize'/],
    },
  },
  {
    code: 'BB331',
    mistake: 'a word of SQL that names a column without quotes',
    tables: [
      table('things', [
        { name: 'order', type: 'Integer' },
        { name: 'next', type: 'Integer', generated: { expression: 'order + 1' } },
      ]),
    ],
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB425',
    mistake: 'NULL for a generated key',
    tables: computed({ on_delete: 'SET NULL' }),
    requests: [post('users', {}), post('posts', { a: 0 }), ['DELETE', '/api/v1/users/1']],
    fails: {
      postgresql: ['migration', /invalid ON DELETE action for foreign key constraint containing generated/],
      sqlite: ['requests', /DELETE/],
      mysql: ['migration', /Cannot define foreign key with ON DELETE SET NULL clause on a generated column/],
    },
  },
];
