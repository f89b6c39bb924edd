import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, post, table } from './broken-schema.ts';

/** A table with one column beside its key, and a row that leaves that to its default. */
const only = (column: JsonObject): Pick<BrokenSchema, 'tables' | 'requests'> => ({
  tables: [table('things', [{ name: 'a', ...column }])],
  requests: [post('things', {}), ['GET', '/api/v1/things']],
});

/** Mistakes in defaults: the rules BB308, BB309, BB310 and BB324. */
export const DEFAULTS: readonly BrokenSchema[] = [
  {
    code: 'BB308',
    mistake: 'a text as the default of a number',
    ...only({ type: 'Integer', default: 'ten' }),
    fails: {
      postgresql: ['migration', /cannot use column reference in DEFAULT expression/],
      sqlite: ['requests', /Pydantic serializer warnings/],
      mysql: ['migration', /Unknown column 'ten' in 'DEFAULT'/],
    },
  },
  {
    code: 'BB308',
    mistake: 'two defaults',
    ...only({ type: 'Integer', default: 1, server_default: '2' }),
    requests: [post('things', {}, '"a":2')],
    fails: ['requests', /"a":1/],
  },
  {
    code: 'BB308',
    mistake: 'null as the default of a required column',
    ...only({ type: 'Integer', nullable: false, default: null }),
    fails: ['requests', /Field required/],
  },
  {
    code: 'BB308',
    mistake: 'a date that does not exist',
    ...only({ type: 'Date', default: '2026-02-30' }),
    fails: ['import', /day is out of range for month/],
  },
  {
    code: 'BB309',
    mistake: 'a default that is no value of its enum',
    ...only({ type: 'Enum', values: ['x'], default: 'y' }),
    fails: ['import', /invalid syntax/],
  },
  {
    code: 'BB310',
    mistake: 'a default that is longer than its column',
    ...only({ type: 'String', length: 3, default: 'long' }),
    requests: [post('things', {}), ['PATCH', '/api/v1/things/1', { a: 'long' }]],
    fails: {
      postgresql: ['requests', /POST/],
      sqlite: ['requests', /PATCH.*at most 3 characters/],
      mysql: ['migration', /Invalid default value for 'a'/],
    },
  },
  {
    code: 'BB324',
    mistake: 'a moment as the default of a number',
    ...only({ type: 'Integer', server_default: 'now' }),
    fails: {
      postgresql: ['migration', /column "a" is of type integer but default expression is of type timestamp/],
      sqlite: ['requests', /ResponseValidationError/],
      mysql: ['requests', /The database cannot store one of the values/],
    },
  },
  {
    code: 'BB324',
    mistake: 'null in a required column',
    ...only({ type: 'Integer', nullable: false, server_default: 'null' }),
    fails: ['requests', /Field required/],
  },
  {
    code: 'BB324',
    mistake: 'a parenthesis that is not closed',
    ...only({ type: 'Integer', server_default: '(1' }),
    fails: {
      postgresql: ['migration', /syntax error/],
      sqlite: ['migration', /syntax error/],
      mysql: ['migration', /error in your SQL syntax/],
    },
  },
];
