import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, ID, post, type Request, table } from './broken-schema.ts';

/** A table with one column beside its key. */
const only = (column: JsonObject) => ({ tables: [table('things', [{ name: 'a', ...column }])] });

const posts = (body: unknown, part?: string): { readonly requests: readonly Request[] } => ({
  requests: [post('things', body, part), ['GET', '/api/v1/things']],
});

/** Mistakes in the types of columns: the rules BB30x, BB312 and BB32x. */
export const COLUMNS: readonly BrokenSchema[] = [
  {
    code: 'BB303',
    mistake: 'a length of zero',
    ...only({ type: 'String', length: 0 }),
    ...posts({ a: 'x' }),
    fails: ['requests', /at most 0 characters/],
  },
  {
    code: 'BB303',
    mistake: 'a length that no server takes',
    ...only({ type: 'String', length: 10_485_761 }),
    fails: {
      postgresql: ['migration', /length for type varchar cannot exceed 10485760/],
      mysql: ['migration', /Column length too big/],
    },
  },
  {
    code: 'BB304',
    mistake: 'more digits after the point than in all',
    ...only({ type: 'Numeric', precision: 2, scale: 3 }),
    ...posts({ a: '0.012' }),
    fails: {
      postgresql: ['requests', /no more than 2 digits in total/],
      sqlite: ['requests', /no more than 2 digits in total/],
      mysql: ['migration', /M must be >= D/],
    },
  },
  {
    code: 'BB305',
    mistake: 'a precision that no server takes',
    ...only({ type: 'Numeric', precision: 1001 }),
    fails: {
      postgresql: ['migration', /NUMERIC precision 1001 must be between 1 and 1000/],
      mysql: ['migration', /Too big precision/],
    },
  },
  {
    code: 'BB305',
    mistake: 'no digits',
    ...only({ type: 'Numeric', precision: 0 }),
    ...posts({ a: '1' }),
    fails: {
      postgresql: ['migration', /NUMERIC precision 0 must be between/],
      sqlite: ['requests', /no more than 0 digits/],
      mysql: ['comparison', /DECIMAL\(precision=10, scale=0\), Numeric\(precision=0/],
    },
  },
  {
    code: 'BB305',
    mistake: 'a negative scale',
    ...only({ type: 'Numeric', precision: 5, scale: -1 }),
    fails: ['import', /can't convert negative int to unsigned/],
  },
  {
    code: 'BB306',
    mistake: 'an enum without values',
    ...only({ type: 'Enum', values: [] }),
    fails: ['import', /expected an indented block after class definition/],
  },
  {
    code: 'BB306',
    mistake: 'an enum with one value twice',
    ...only({ type: 'Enum', values: ['x', 'x'] }),
    expects: 'len(models.ThingA) == 2',
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB306',
    mistake: 'an enum with half of a surrogate pair',
    ...only({ type: 'Enum', values: ['\ud800'] }),
    fails: ['import', /error extracting str/],
  },
  {
    code: 'BB306',
    mistake: 'a value that is longer than PostgreSQL takes',
    ...only({ type: 'Enum', values: ['x'.repeat(64)] }),
    fails: ['migration', /invalid enum label/],
  },
  {
    code: 'BB326',
    mistake: 'a parenthesis of a type that is not closed',
    ...only({ type: 'Custom', sql_type: 'numeric(5' }),
    fails: ['migration', /syntax/],
  },
  {
    code: 'BB334',
    mistake: 'a collation whose name ends too early',
    ...only({ type: 'Text', collation: 'a"b' }),
    fails: ['migration', /syntax|unrecognized token|Unknown collation: 'a'/],
  },
  {
    code: 'BB330',
    mistake: 'an enum that is not declared',
    ...only({ type: 'Enum', enum: 'kind' }),
    expects: 'isinstance(models.Thing.__table__.c.a.type, sa.Enum)',
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB332',
    mistake: 'an identity column with a default',
    ...only({ type: 'Integer', identity: 'always', server_default: '1' }),
    fails: ['import', /Identity object cannot specify a server_default/],
  },
  {
    code: 'BB332',
    mistake: 'numbers that clients write and the database alone makes',
    on: ['postgresql'],
    ...only({ type: 'Integer', identity: 'always', visibility: 'read_write' }),
    ...posts({ a: 1 }),
    fails: ['requests', /answered 500/],
  },
  {
    code: 'BB312',
    mistake: 'numbers for a text',
    tables: [
      {
        table_name: 'things',
        columns: [{ name: 'id', type: 'String', length: 9, primary_key: true, autoincrement: true }],
      },
    ],
    ...posts({}),
    fails: ['requests', /"pointer":"\/id".*Field required/],
  },
  {
    code: 'BB312',
    mistake: 'numbers beside the key',
    ...only({ type: 'Integer', autoincrement: true, nullable: false }),
    ...posts({}),
    fails: ['requests', /Field required/],
  },
  {
    code: 'BB312',
    mistake: 'numbers for a part of a key',
    tables: [
      {
        table_name: 'things',
        columns: [
          { ...ID, autoincrement: true },
          { name: 'a', type: 'Integer', primary_key: true },
        ],
      },
    ],
    ...posts({ a: 1 }),
    fails: ['requests', /not-null-violation/],
  },
  {
    code: 'BB312',
    mistake: 'numbers and a default',
    tables: [{ table_name: 'things', columns: [{ ...ID, autoincrement: true, default: 1 }] }],
    fails: ['import', /Identity object cannot specify a server_default/],
  },
  {
    code: 'BB321',
    mistake: 'a required column that no request can set',
    ...only({ type: 'String', length: 9, nullable: false, visibility: 'hidden' }),
    ...posts({}),
    fails: ['requests', /not-null-violation/],
  },
  {
    code: 'BB322',
    mistake: 'look-around in a pattern',
    ...only({ type: 'String', length: 9, pattern: '(?=a)b' }),
    fails: ['import', /look-around, including look-ahead and look-behind, is not supported/],
  },
  {
    code: 'BB323',
    mistake: 'a least value above the largest',
    ...only({ type: 'Integer', min: 2, max: 1 }),
    ...posts({ a: 1 }),
    fails: ['requests', /greater than or equal to 2/],
  },
  {
    code: 'BB323',
    mistake: 'a least length above the length',
    ...only({ type: 'String', length: 3, min_length: 4 }),
    ...posts({ a: 'abcd' }),
    fails: ['requests', /at most 3 characters/],
  },
  {
    code: 'BB323',
    mistake: 'a largest length above the length',
    ...only({ type: 'String', length: 3, max_length: 4 }),
    ...posts({ a: 'abcd' }),
    fails: ['requests', /at most 3 characters/],
  },
  {
    code: 'BB323',
    mistake: 'a format whose texts are all too long',
    ...only({ type: 'String', length: 3, format: 'email' }),
    ...posts({ a: 'a@example.org' }),
    fails: ['requests', /at most 3 characters/],
  },
  {
    code: 'BB325',
    mistake: 'a key of JSON',
    on: ['postgresql', 'sqlite'],
    tables: [{ table_name: 'things', columns: [{ name: 'id', type: 'JSON', primary_key: true }] }],
    ...posts({ id: { a: 1 } }),
    fails: {
      postgresql: ['migration', /data type json has no default operator class/],
      sqlite: ['requests', /unhashable type: 'dict'/],
    },
  },
  {
    code: 'BB325',
    mistake: 'an index over JSON',
    ...only({ type: 'JSON', index: true }),
    fails: ['migration', /data type json has no default operator class/],
  },
];
