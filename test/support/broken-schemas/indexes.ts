import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, table } from './broken-schema.ts';

/** A table with one column and an index. */
const indexed = (index: JsonObject): readonly JsonObject[] => [
  table('things', [{ name: 'a', type: 'Integer' }], { indexes: [index] }),
];

/** Mistakes in indexes: the rules BB44x. */
export const INDEXES: readonly BrokenSchema[] = [
  {
    code: 'BB440',
    mistake: 'an element that says nothing',
    tables: indexed({ columns: [{}] }),
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB441',
    mistake: 'an expression over a column that is not there',
    on: ['postgresql', 'sqlite'],
    tables: indexed({ columns: [{ expression: 'b + 1' }] }),
    fails: {
      postgresql: ['migration', /column "b" does not exist/],
      sqlite: ['migration', /no such column: b/],
    },
  },
  {
    code: 'BB441',
    mistake: 'a word of SQL that names a column without quotes',
    on: ['postgresql', 'sqlite'],
    tables: [
      table('things', [{ name: 'from', type: 'Integer' }], {
        indexes: [{ columns: ['id'], where: 'from is not null' }],
      }),
    ],
    fails: { postgresql: ['migration', /syntax error/], sqlite: ['migration', /near "from": syntax error/] },
  },
  {
    code: 'BB441',
    mistake: 'a parenthesis that is not closed',
    on: ['postgresql', 'sqlite'],
    tables: indexed({ columns: ['a'], where: '(a > 1' }),
    fails: { postgresql: ['migration', /syntax error/], sqlite: ['migration', /incomplete input/] },
  },
  {
    code: 'BB442',
    mistake: 'a unique index of a method that has none',
    on: ['postgresql'],
    tables: indexed({ columns: ['a'], unique: true, method: 'hash' }),
    fails: ['migration', /access method "hash" does not support unique indexes/],
  },
  {
    code: 'BB442',
    mistake: 'an order of NULLs that SQLite and MySQL do not have',
    tables: indexed({ columns: [{ name: 'a', nulls: 'first' }] }),
    fails: ['migration', /unsupported use of NULLS FIRST|error in your SQL syntax/],
  },
  {
    code: 'BB443',
    mistake: 'an operator class for other types',
    on: ['postgresql'],
    tables: indexed({ columns: [{ name: 'a', opclass: 'text_pattern_ops' }] }),
    fails: ['migration', /operator class "text_pattern_ops" does not accept data type integer/],
  },
  {
    code: 'BB445',
    mistake: 'an operator that depends on which row is first',
    on: ['postgresql'],
    tables: [
      table('things', [{ name: 'a', type: 'Integer' }], {
        constraints: [{ type: 'exclude', method: 'gist', elements: [{ name: 'a', with: '<' }] }],
      }),
    ],
    fails: ['migration', /operator <\(integer,integer\) is not commutative/],
  },
];
