import { type BrokenSchema, table } from './broken-schema.ts';

/** Mistakes in names: the rules BB2xx and BB601. */
export const NAMES: readonly BrokenSchema[] = [
  {
    code: 'BB201',
    mistake: 'two tables of one name',
    tables: [table('users'), table('users', [], { class_name: 'Person', api: { path: 'people' } })],
    fails: ['import', /Table 'users' is already defined/],
  },
  {
    code: 'BB202',
    mistake: 'two classes of one written name',
    tables: ['users', 'people'].map((it) => table(it, [], { class_name: 'Person' })),
    expects: "[it.class_.__name__ for it in models.Base.registry.mappers].count('Person') == 2",
    fails: ['expects', /is not so/],
  },
  {
    code: 'BB203',
    mistake: 'two columns of one name',
    tables: [
      table('users', [
        { name: 'email', type: 'String', length: 20 },
        { name: 'email', type: 'Text' },
      ]),
    ],
    fails: ['import', /Column object 'email' named directly multiple times/],
  },
  {
    code: 'BB204',
    mistake: 'two tables whose names differ in case',
    tables: [
      table('users'),
      table('Users', [], {
        class_name: 'Person',
        constraints: [{ type: 'primary_key', columns: ['id'], name: 'pk_people' }],
        api: { path: 'people' },
      }),
    ],
    fails: ['migration', /table "Users" already exists/],
  },
  {
    code: 'BB204',
    mistake: 'two columns whose names differ in case',
    tables: [
      table('users', [
        { name: 'email', type: 'String', length: 20 },
        { name: 'Email', type: 'String', length: 20 },
      ]),
    ],
    fails: ['migration', /duplicate column name:? '?Email/i],
  },
  {
    code: 'BB205',
    mistake: 'NUL in the name of a column',
    tables: [table('users', [{ name: 'a\0b', type: 'String', length: 20 }])],
    fails: {
      postgresql: ['migration', /insufficient data left in message/],
      sqlite: ['migration', /the query contains a null character/],
      mysql: ['migration', /error in your SQL syntax/],
    },
  },
  {
    code: 'BB205',
    mistake: 'a comma in the name of a key',
    on: ['postgresql'],
    tables: [table('users', [{ name: 'a,b', type: 'ForeignKey', target: 'users.id' }])],
    fails: ['comparison', /number of constrained columns must match the number of referenced columns/],
  },
  {
    code: 'BB205',
    mistake: 'half of a surrogate pair in the name of a column',
    tables: [table('users', [{ name: 'a\ud800b', type: 'String', length: 20 }])],
    fails: ['import', /surrogates not allowed/],
  },
  {
    code: 'BB209',
    mistake: 'a name of a column that PostgreSQL cuts and MySQL refuses',
    tables: [table('users', [{ name: 'c'.repeat(65), type: 'String', length: 20 }])],
    fails: {
      postgresql: ['comparison', /New upgrade operations detected: \[\('add_column'/],
      mysql: ['migration', /Identifier name '.*' is too long/],
    },
  },
  {
    code: 'BB209',
    mistake: 'a name of a table that no file can have',
    tables: [table('t'.repeat(256))],
    fails: ['writing', /ENAMETOOLONG/],
  },
  {
    code: 'BB213',
    mistake: 'two inline enums of one type',
    tables: [
      table('a_b', [{ name: 'c', type: 'Enum', values: ['x'] }]),
      table('a', [{ name: 'b_c', type: 'Enum', values: ['y'] }]),
    ],
    fails: ['migration', /type "a_b_c" already exists/],
  },
  {
    code: 'BB213',
    mistake: 'an inline enum with the name of a table',
    tables: [table('users', [{ name: 'kind', type: 'Enum', values: ['x'] }]), table('users_kind')],
    fails: ['migration', /type "users_kind" already exists/],
  },
  {
    code: 'BB215',
    mistake: 'the table of Alembic',
    tables: [table('alembic_version')],
    fails: ['migration', /["']?alembic_version["']? already exists/],
  },
  {
    code: 'BB215',
    mistake: 'a table with a name of SQLite',
    tables: [table('sqlite_users')],
    fails: ['migration', /object name reserved for internal use: sqlite_users/],
  },
  {
    code: 'BB215',
    mistake: 'an index with a name of SQLite',
    tables: [table('users', [], { indexes: [{ columns: ['id'], name: 'sqlite_ix' }] })],
    fails: ['migration', /object name reserved for internal use: sqlite_ix/],
  },
  {
    code: 'BB215',
    mistake: 'a column with a name of PostgreSQL',
    tables: [table('users', [{ name: 'xmin', type: 'Integer' }])],
    fails: ['migration', /column name "xmin" conflicts with a system column name/],
  },
  {
    code: 'BB216',
    mistake: 'two tables of one name without their namespaces',
    tables: [table('b_c', [], { namespace: 'a' }), table('c', [], { namespace: 'a_b' })],
    fails: {
      postgresql: ['migration', /table a_b_c already exists/],
      sqlite: ['import', /Table 'a_b_c' is already defined/],
      mysql: ['import', /Table 'a_b_c' is already defined/],
    },
  },
  {
    code: 'BB216',
    mistake: 'a namespace with a prefix of PostgreSQL',
    tables: [table('users', [], { namespace: 'pg_users' })],
    fails: ['migration', /unacceptable schema name/],
  },
  {
    code: 'BB601',
    mistake: 'no name of a distribution',
    root: { project_name: '---' },
    tables: [table('things')],
    fails: ['install', /Missing required field `project\.name`/],
  },
  {
    code: 'BB601',
    mistake: 'the name of a package that it needs',
    root: { project_name: 'FastAPI' },
    tables: [table('things')],
    fails: ['install', /fastapi 0\.1\.0 depends on fastapi<1 and >=0/],
  },
];
