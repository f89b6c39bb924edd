import { z } from 'zod';
import { column } from './column-shape.ts';
import { OLDEST_POSTGRESQL } from './dialects.ts';
import { DEFERRABLE, flag, name, names, need, ON_CHANGE, say } from './shape-words.ts';

/** What may be done with the rows of a table over HTTP. */
export const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'bulk_create'] as const;

const INDEX_METHOD_NAMES = ['btree', 'hash', 'gin', 'gist', 'spgist', 'brin'] as const;

const access = z.union([
  z.enum(['public', 'user', 'admin']),
  z.strictObject({
    read: z.enum(['public', 'user', 'admin']).optional(),
    write: z.enum(['public', 'user', 'admin']).optional(),
  }),
]);

const relationship = z.strictObject({
  type: need(
    z.enum(['one_to_many', 'many_to_one', 'one_to_one', 'many_to_many']),
    'Cardinality, read from this table.',
  ),
  target_table: need(name, 'Table at the other end.'),
  target_class: say(name, 'Class of the table at the other end; must agree with it.'),
  name: say(name, 'Name of the attribute on this class.'),
  back_populates: say(name, 'Name of the attribute at the other end.'),
  foreign_key: say(
    z.union([name, names]),
    'Column or columns of the foreign key, in the table that holds it.',
  ),
  secondary: say(
    z.union([
      name,
      z.strictObject({
        table: need(name, 'Name of the association table.'),
        source: need(names, 'Its columns that reference this table.'),
        target: need(names, 'Its columns that reference the table at the other end.'),
      }),
    ]),
    'Association table of a many-to-many relationship; with its columns where it has several keys to a table.',
  ),
  cascade: say(z.enum(['none', 'all', 'all, delete-orphan']), 'What the ORM does with related objects.'),
  order_by: say(names, 'Columns that a collection is sorted by; `-` in front means descending.'),
  description: say(z.string(), 'What the relationship means.'),
});

const exclusionElement = z.strictObject({
  name: say(name, 'Column of the table.'),
  expression: say(z.string(), 'What is compared in place of a column, in SQL.'),
  with: need(name, 'Operator that two rows must not fulfil, such as `=` or `&&`.'),
});

const constraint = z.strictObject({
  type: need(
    z.enum(['primary_key', 'unique', 'check', 'foreign_key', 'exclude']),
    'Kind of constraint; `exclude` is for PostgreSQL, and left out on SQLite.',
  ),
  columns: say(names, 'Columns of the constraint, in order.'),
  name: say(
    name,
    'Name of the constraint in the database. By default made like that of an index, with `pk`, `uq`, `ck`, `fk` or `ex`.',
  ),
  expression: say(z.string(), 'Condition of a check, in SQL.'),
  target_table: say(name, 'Table that a foreign key references.'),
  target_columns: say(names, 'Columns that a foreign key references, in order.'),
  on_delete: say(ON_CHANGE, 'What happens to this row when the referenced row is deleted.'),
  on_update: say(ON_CHANGE, 'What happens to this row when the referenced key changes.'),
  deferrable: say(
    DEFERRABLE,
    'That a reference may be checked as late as at the end of the transaction; `deferred` is so by default.',
  ),
  method: say(z.enum(INDEX_METHOD_NAMES), 'Index method of an exclusion; `gist` most often.'),
  elements: say(
    z.array(exclusionElement).min(1),
    'What an exclusion compares: no two rows may fulfil all of its operators at once.',
  ),
  where: say(z.string(), 'Condition, in SQL, of the rows that an exclusion is about; all by default.'),
});

const indexElement = z.strictObject({
  name: say(name, 'Column of the table.'),
  expression: say(z.string(), 'What is indexed in place of a column, in SQL.'),
  direction: say(z.enum(['asc', 'desc']), 'Order of the values.', { default: 'asc' }),
  nulls: say(z.enum(['first', 'last']), 'Where NULLs are; by default after the largest value.'),
  opclass: say(name, 'Operator class of PostgreSQL, such as `text_pattern_ops` or `gin_trgm_ops`.'),
});

const index = z.strictObject({
  columns: need(
    z.array(z.union([name, indexElement])).min(1),
    'Columns of the index, in order; an object with exactly one of `name` and `expression` says more of one.',
  ),
  unique: say(flag, 'Whether every row has other values.', { default: false }),
  name: say(
    name,
    'Name of the index in the database. By default `ix` (`uq` when it is unique), the table, and the columns or ' +
      'the words of the expressions, joined by `_`; a name that is too long ends in a hash.',
  ),
  nulls_not_distinct: say(flag, 'Whether two NULLs count as equal in a unique index.', { default: false }),
  method: say(
    z.enum(INDEX_METHOD_NAMES),
    'Index method. SQLite, when it stands in for PostgreSQL, has none of the indexes with another than `btree`.',
    { default: 'btree' },
  ),
  where: say(z.string(), 'Condition, in SQL, of the rows that the index is about; all by default.'),
  include: say(names, 'Columns stored in the index without being part of its key.'),
});

const tableApi = z.strictObject({
  path: say(name, 'Path of the routes below the prefix.'),
  operations: say(
    z.array(z.enum(OPERATIONS)),
    'Routes that are made; all by default. `bulk_create` makes many rows with one request, all or none. What ' +
      'a row is linked to by a many-to-many relationship is read with `get`, and changed with `update`, too.',
  ),
  filter: say(
    names,
    'Columns that a list can be filtered by. By default those with an index, a key or a unique.',
  ),
  sort: say(
    names,
    'Columns that a list can be sorted by. By default those with an index, a key or a unique.',
  ),
  search: say(names, 'Text columns that `search` looks in; none by default.'),
  access: say(access, 'Who may read and write (enforced when authentication is built).'),
  owner: say(
    name,
    'UUID column that holds the account of the owner of a row (enforced when authentication is built).',
  ),
});

const table = z.strictObject({
  table_name: need(name, 'Name of the table in the database.'),
  class_name: say(
    name,
    'Name of the Python class. By default the table name in PascalCase, its last word singular.',
  ),
  description: say(z.string(), 'What a row is; shown in the API documentation.'),
  namespace: say(
    name,
    'Database schema of the table, which is then written `namespace.table` wherever it is named. Where the ' +
      'database has none (SQLite, MySQL) the table is `namespace_table`.',
  ),
  kind: say(z.enum(['table', 'view']), 'Whether this is a table or a view.', {
    default: 'table',
  }),
  definition: say(
    z.string(),
    'Query of a view, in the SQL of the database. Without it the migration does not make the view.',
  ),
  options: say(
    z.strictObject({
      use_timestamps: say(flag, 'Adds `created_at` and `updated_at`.', { default: false }),
      use_soft_delete: say(flag, 'Adds `deleted_at`: deleted rows are kept and hidden.', { default: false }),
      use_optimistic_lock: say(flag, 'Adds `version`: a write on stale data is refused.', { default: false }),
    }),
    'Columns and behaviour that many tables share.',
  ),
  columns: need(z.array(column).min(1), 'Columns of the table, in order.'),
  relationships: say(z.array(relationship), 'Attributes that lead to rows of other tables.'),
  constraints: say(z.array(constraint), 'Constraints over several columns.'),
  indexes: say(z.array(index), 'Indexes over several columns.'),
  api: say(z.union([z.literal(false), tableApi]), 'Routes of the table; `false` makes none.'),
  renamed_from: say(name, 'Former name of the table, with its namespace, so that its rows are kept.'),
  'x-backbone-disable': say(names, 'Codes of diagnostics that are not shown for this table.'),
});

const namedEnum = z.strictObject({
  name: need(name, 'Name of the enum; its type has this name in the database.'),
  values: need(z.array(z.string()), 'Allowed values, in order.'),
  namespace: say(
    name,
    'Database schema of the type; columns name the enum without it. Where types have no names it is without effect.',
  ),
  description: say(z.string(), 'What the enum is; shown in the generated class.'),
});

/** What a schema file is: the one definition that the JSON Schemas, the checks and the reference follow. */
export const schemaShape = z.strictObject({
  $schema: say(z.string(), 'JSON Schema of this file.'),
  project_name: need(name, 'Name of the project.'),
  db_type: need(z.enum(['postgresql', 'mysql', 'sqlite', 'mssql']), 'Database that the backend runs on.', {
    values: {
      postgresql: `PostgreSQL ${OLDEST_POSTGRESQL} and newer`,
      mysql: 'MySQL 8.0.16 and MariaDB 10.6, and newer',
      sqlite: 'SQLite',
      mssql: 'SQL Server 2017 and newer, compiled but not run by our tests',
    },
  }),
  description: say(z.string(), 'What the backend is for; shown in its README and API documentation.'),
  schema: need(z.array(table).min(1), 'Tables of the database.'),
  enums: say(z.array(namedEnum), 'Enums that several columns share.'),
  features: say(
    z.strictObject({
      auth: say(flag, 'Accounts, sign-in and API keys (not built yet: acts as false).'),
      rate_limit: say(flag, 'Limits of requests (not built yet: acts as false).'),
      metrics: say(flag, 'Prometheus metrics (not built yet: acts as false).'),
      docker: say(flag, 'Container image and compose file (not built yet: acts as false).'),
      ci: say(flag, 'Continuous integration (not built yet: acts as false).'),
      tracing: say(flag, 'OpenTelemetry (not built yet: acts as false).'),
      kubernetes: say(flag, 'Kubernetes manifests (not built yet: acts as false).'),
    }),
    'Layers of the backend that are generated.',
  ),
  api: say(
    z.strictObject({
      prefix: say(z.string(), 'Path in front of all routes.', { default: '/api/v1' }),
      page_size: say(z.int().min(1), 'Rows on a page when the client does not say.', { default: 50 }),
      max_page_size: say(z.int().min(1), 'Largest number of rows on a page.', { default: 200 }),
      max_bulk_size: say(z.int().min(1).max(5000), 'Largest number of items in one bulk request.', {
        default: 1000,
      }),
      access: say(
        access,
        'Who may read and write where a table does not say (enforced when authentication is built).',
      ),
    }),
    'Settings of all routes.',
  ),
  'x-backbone-disable': say(names, 'Codes of diagnostics that are not shown for this file.'),
});
