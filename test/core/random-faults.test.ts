import { expect, test } from 'vitest';
import type { Catalog } from '../support/lossless/catalog.ts';
import { catalogDifferences } from '../support/lossless/lossless.ts';
import { sourceDdl } from '../support/lossless/source-ddl.ts';
import { rendered } from '../support/rendered.ts';

// Faults that random schemas found, each in its smallest form.

const ID = { name: 'id', type: 'Integer', primary_key: true };

const project = (...schema: readonly object[]): object => ({
  project_name: 'p',
  db_type: 'postgresql',
  schema,
});

test('a table is left out by tests that need its rows when they refer to a column that stays empty', () => {
  const tests = (nullable: boolean): string | undefined =>
    rendered(
      project(
        { table_name: 'addresses', columns: [ID] },
        {
          table_name: 'shops',
          columns: [
            ID,
            { name: 'place', type: 'ForeignKey', target: 'addresses.id', unique: true, nullable },
          ],
        },
        {
          table_name: 'teams',
          columns: [ID, { name: 'shop', type: 'ForeignKey', target: 'shops.place', nullable: false }],
        },
      ),
    ).get('tests/domains/test_teams.py');
  expect(tests(false)).toContain('async def test_create(');
  expect(tests(true)).not.toContain('async def test_create(');
});

test('… and when they refer to such a column of their own table', () => {
  const parent = { name: 'parent', type: 'ForeignKey', target: 'nodes.id', unique: true };
  const twin = { name: 'twin', type: 'ForeignKey', target: 'nodes.parent', nullable: false };
  const files = rendered(project({ table_name: 'nodes', columns: [ID, parent, twin] }));
  expect(files.get('tests/domains/test_nodes.py')).not.toContain('async def test_create(');
});

test('extensions are made on PostgreSQL alone', () => {
  const table = { table_name: 'a', columns: [ID, { name: 'name', type: 'CIText' }] };
  const files = rendered({ project_name: 'p', db_type: 'mysql', schema: [table] });
  expect(files.get('migrations/versions/0001_initial.py')).not.toContain('EXTENSION');
});

test('a password of fixed length is not a text whose spaces could be cut', () => {
  const secret = { name: 'secret', type: 'Char', length: 20, format: 'password' };
  const code = { name: 'code', type: 'Char', length: 20 };
  const files = rendered(project({ table_name: 'users', columns: [ID, secret, code] }));
  const lines = files.get('app/domains/users/schemas.py')?.split('\n') ?? [];
  expect(lines.filter((it) => it.includes('code:') && it.includes('unpadded'))).not.toEqual([]);
  expect(lines.filter((it) => it.includes('secret:') && it.includes('unpadded'))).toEqual([]);
});

test('a default in parentheses is SQL, because Alembic would take them off', () => {
  const note = { name: 'note', type: 'String', length: 20, default: '(none)' };
  const models = rendered(project({ table_name: 'a', columns: [ID, note] })).get('app/models/a.py');
  expect(models).toContain(`server_default=sa.text("'(none)'")`);
});

test('keys that hold a slash have routes of their own, after those of links', () => {
  const files = rendered(
    project(
      {
        table_name: 'pages',
        columns: [{ name: 'url', type: 'String', length: 200, format: 'url', primary_key: true }],
        relationships: [{ type: 'many_to_many', target_table: 'nets' }],
      },
      {
        table_name: 'nets',
        columns: [{ name: 'net', type: 'CIDR', primary_key: true }],
        relationships: [{ type: 'many_to_many', target_table: 'pages' }],
      },
      {
        table_name: 'visits',
        columns: [{ name: 'page', type: 'ForeignKey', target: 'pages.url', primary_key: true }],
      },
    ),
  );
  const routes = (table: string): readonly string[] => [
    ...new Set(files.get(`app/domains/${table}/router.py`)?.match(/"\/\{.*?"/g)),
  ];
  expect(routes('pages')).toEqual([
    '"/{page_url:url}/nets"',
    '"/{page_url:url}/nets/{net_net:network}"',
    '"/{page_url:url}"',
  ]);
  expect(routes('visits')).toEqual(['"/{visit_page:url}"']);
  expect(files.get('app/core/routing.py')).toContain('register_url_convertor("network"');
});

test('a check that no number of a type meets leaves its column empty', () => {
  const factory = (expression: string): string | undefined =>
    rendered(
      project({
        table_name: 'a',
        columns: [ID, { name: 'part', type: 'Numeric', precision: 1, scale: 1 }],
        constraints: [{ type: 'check', expression }],
      }),
    ).get('tests/factories/a.py');
  expect(factory('part >= 0.2')).toContain('"part": Decimal(');
  expect(factory('part >= 2')).not.toContain('part');
});

test('a key that a one-to-one makes unique needs no index of its own', () => {
  const schema = {
    db_type: 'postgresql',
    schema: [
      { table_name: 'a', columns: [ID] },
      {
        table_name: 'b',
        columns: [ID, { name: 'a_id', type: 'ForeignKey', target: 'a.id', index: true }],
        relationships: [{ type: 'one_to_one', target_table: 'a' }],
      },
    ],
  };
  expect(sourceDdl(schema)).toContain('UNIQUE ("a_id")');
  expect(sourceDdl(schema)).not.toContain('CREATE INDEX');
});

test('keys with slashes are known to the routes of links, though their own table has none', () => {
  const files = rendered(
    project(
      {
        table_name: 'tags',
        columns: [ID],
        relationships: [{ type: 'many_to_many', target_table: 'pages' }],
      },
      {
        table_name: 'pages',
        api: false,
        columns: [{ name: 'url', type: 'String', length: 200, format: 'url', primary_key: true }],
      },
    ),
  );
  expect(files.get('app/core/routing.py')).toContain('register_url_convertor("url"');
});

test('a many-to-many over a table without a key names its columns by the table', () => {
  const end = (name: string, source: string, target: string): object => ({
    type: 'many_to_many',
    target_table: 'people',
    name,
    secondary: { table: 'links', source: [source], target: [target] },
  });
  const key = (name: string): object => ({ name, type: 'ForeignKey', target: 'people.id' });
  const models = rendered(
    project(
      {
        table_name: 'people',
        columns: [ID],
        relationships: [end('friends', 'a', 'b'), end('fans', 'b', 'a')],
      },
      { table_name: 'links', columns: [key('a'), key('b')] },
    ),
  ).get('app/models/people.py');
  expect(models).toContain(
    'primaryjoin=lambda: Base.metadata.tables["links"].c["a"] == Base.metadata.tables["people"].c["id"]',
  );
});

test('a sequence of the default schema stays there when its table is in another one', () => {
  const table = { table_name: 'notes', namespace: 'crm', columns: [{ ...ID, sequence: 'Numbers' }] };
  const env = rendered(project(table)).get('migrations/env.py');
  expect(env).toContain(`for name in ('"Numbers"',):`);
});

test('keys in a circle have types of their own', () => {
  const half = (name: string, other: string): object => ({
    table_name: name,
    columns: [{ ...ID, type: 'BigInteger', target: `${other}.id`, deferrable: 'deferred' }],
  });
  const files = rendered(project(half('a', 'b'), half('b', 'a')));
  for (const it of ['a', 'b']) expect(files.get(`app/models/${it}.py`)).toContain('sa.BigInteger()');
});

test('lengths in the cast of an array are those of its column', () => {
  const catalog = (sql: string): Catalog => ({
    namespaces: [],
    enums: {},
    sequences: [],
    tables: {
      a: {
        kind: 'table',
        description: null,
        definition: null,
        columns: [{ name: 'b', type: 'bit(1)[]', default: sql }],
        constraints: [],
        indexes: [],
      },
    },
  });
  const differences = (asked: string, made: string): readonly string[] =>
    catalogDifferences(catalog(asked), catalog(made), {});
  expect(differences("'{0}'::bit(1)[]", `'{0}'::"bit"[]`)).toEqual([]);
  expect(differences("'{}'::character(255)[]", "'{}'::bpchar[]")).toEqual([]);
  expect(differences("'{}'::bit(1)[]", "'{0}'::bit(1)[]")).toHaveLength(1);
});

test('the last text of a key may have slashes', () => {
  const routes = (...columns: readonly object[]): string | undefined =>
    rendered(
      project({ table_name: 'files', columns: columns.map((it) => ({ ...it, primary_key: true })) }),
    ).get('app/domains/files/router.py');
  const name = { name: 'name', type: 'String', length: 99 };
  expect(routes(name)).toContain('name:path}"');
  expect(routes(name, { name: 'part', type: 'Enum', values: ['a', 'b/c'] })).toContain('/{part:path}"');
  expect(routes({ ...name, format: 'slug' })).toContain('name}"');
  expect(routes({ name: 'kind', type: 'Enum', values: ['a', 'b'] })).toMatch(/kind}"/);
});

test('a type with a long name is not called like its table', () => {
  const name = 'y'.repeat(63);
  const kind = { name: 'kind', type: 'Enum', values: ['a'] };
  const sql = sourceDdl({ schema: [{ table_name: name, columns: [ID, kind] }] });
  expect(sql).toContain(`CREATE TABLE "${name}"`);
  expect(sql).not.toContain(`CREATE TYPE "${name}"`);
});

test('a router of a table called like a built-in has another name', () => {
  const api = rendered(project({ table_name: 'List', description: 'x', columns: [ID] })).get('app/api.py');
  expect(api).toContain('from app.domains.list.router import router as list_router');
});

test('an attribute that is called like something of the core is no use of that', () => {
  const columns = [ID, { name: 'etag', type: 'ForeignKey', target: 'posts.id' }];
  const up = { type: 'many_to_one', target_table: 'posts', name: 'up', foreign_key: 'etag' };
  const models = rendered(project({ table_name: 'posts', columns, relationships: [up] })).get(
    'app/models/posts.py',
  );
  expect(models).toContain('foreign_keys=[etag]');
  expect(models).not.toContain('import etag');
});
