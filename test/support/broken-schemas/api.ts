import type { JsonObject } from '../../../src/core/document/json.ts';
import { type BrokenSchema, post, type Request, table } from './broken-schema.ts';

const things = (api: JsonObject, column?: JsonObject): readonly JsonObject[] => [
  table('things', column === undefined ? [] : [{ name: 'a', ...column }], { api }),
];

const list = (query: string): readonly Request[] => [['GET', `/api/v1/things?${query}`]];

/** Mistakes in the API: the rules BB70x. */
export const API: readonly BrokenSchema[] = [
  {
    code: 'BB701',
    mistake: 'a filter by a column that is not there',
    tables: things({ filter: ['a'] }),
    requests: list('a=1'),
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB701',
    mistake: 'an order by a hidden column',
    tables: things({ sort: ['a'] }, { type: 'Integer', visibility: 'hidden' }),
    requests: list('sort=a'),
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB701',
    mistake: 'a search in numbers',
    tables: things({ search: ['a'] }, { type: 'Integer' }),
    requests: list('search=x'),
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB701',
    mistake: 'a filter by JSON',
    tables: things({ filter: ['a'] }, { type: 'JSON' }),
    requests: list('a=1'),
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB702',
    mistake: 'the parameter of the key in a path',
    tables: things({ path: 'things/{thing_id}' }),
    fails: ['import', /Duplicated param name thing_id/],
  },
  {
    code: 'BB702',
    mistake: 'a path that leads up',
    tables: things({ path: '../things' }),
    requests: [['GET', '/api/v1/../things']],
    fails: ['requests', /answered 404/],
  },
  {
    code: 'BB702',
    mistake: 'the path of another table',
    tables: [table('things'), table('others', [{ name: 'b', type: 'Integer' }], { api: { path: 'things' } })],
    requests: [post('things', { b: 1 })],
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB702',
    mistake: 'a path like that of a row of another table',
    tables: [table('things'), table('others', [], { api: { path: 'things/others' } })],
    requests: [['GET', '/api/v1/things/others']],
    fails: ['requests', /answered 422/],
  },
  {
    code: 'BB702',
    mistake: 'a path of every backend',
    root: { api: { prefix: '' } },
    tables: [table('health')],
    requests: [['GET', '/health', undefined, '"items"']],
    fails: ['requests', /answered 200/],
  },
  {
    code: 'BB705',
    mistake: 'a create in a table without a primary key',
    tables: [
      {
        table_name: 'things',
        columns: [{ name: 'a', type: 'Integer' }],
        api: { operations: ['list', 'create'] },
      },
    ],
    requests: [post('things', { a: 1 })],
    fails: ['requests', /answered 405/],
  },
  {
    code: 'BB703',
    mistake: 'a usual page above the largest',
    root: { api: { page_size: 50, max_page_size: 20 } },
    tables: [table('things')],
    requests: [['GET', '/api/v1/things?limit=50']],
    fails: ['requests', /less than or equal to 20/],
  },
  {
    code: 'BB704',
    mistake: 'a prefix without a slash before it',
    root: { api: { prefix: 'api' } },
    tables: [table('things')],
    fails: ['import', /A path prefix must start with '\/'/],
  },
  {
    code: 'BB704',
    mistake: 'the parameter of the key in a prefix',
    root: { api: { prefix: '/{thing_id}' } },
    tables: [table('things')],
    fails: ['import', /Duplicated param name thing_id/],
  },
];
