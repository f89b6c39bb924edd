import { z } from 'zod';
import { column } from './column-shape.ts';
import { DEFERRABLE, flag, name, names, need, ON_CHANGE, say } from './shape-words.ts';

/** What may be done with the rows of a table over HTTP. */
export const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'bulk_create'] as const;

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

const constraint = z.strictObject({
  type: need(z.enum(['primary_key', 'unique', 'check', 'foreign_key', 'exclude']), 'Kind of constraint.', {
    notYet: { values: ['exclude'] },
  }),
  columns: say(names, 'Columns of the constraint, in order.'),
  name: say(name, 'Name of the constraint in the database.'),
  expression: say(z.string(), 'Condition of a check, in SQL.'),
  target_table: say(name, 'Table that a foreign key references.'),
  target_columns: say(names, 'Columns that a foreign key references, in order.'),
  on_delete: say(ON_CHANGE, 'What happens to this row when the referenced row is deleted.'),
  on_update: say(ON_CHANGE, 'What happens to this row when the referenced key changes.'),
  deferrable: say(DEFERRABLE, 'When the reference is checked.', { notYet: true }),
  method: say(name, 'Index method of an exclusion.'),
  elements: say(z.array(z.looseObject({})), 'Elements of an exclusion.'),
  where: say(z.string(), 'Condition of an exclusion.'),
});

const index = z.strictObject({
  columns: need(
    z.array(z.union([name, z.looseObject({})]).meta({ 'x-not-yet': { types: ['object'] } })).min(1),
    'Columns of the index, in order.',
  ),
  unique: say(flag, 'Whether every row has other values.', { default: false }),
  name: say(name, 'Name of the index in the database.'),
  nulls_not_distinct: say(flag, 'Whether two NULLs count as equal.', { notYet: true }),
  method: say(name, 'Index method.', { notYet: true }),
  where: say(z.string(), 'Condition of a partial index.', { notYet: true }),
  include: say(names, 'Columns stored in the index without being part of its key.', { notYet: true }),
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
  access: say(access, 'Who may read and write.', { notYet: true }),
  owner: say(name, 'Column that holds the account of the owner.', { notYet: true }),
});

const table = z.strictObject({
  table_name: need(name, 'Name of the table in the database.'),
  class_name: say(
    name,
    'Name of the Python class. By default the table name in PascalCase, its last word singular.',
  ),
  description: say(z.string(), 'What a row is; shown in the API documentation.'),
  namespace: say(name, 'Database schema of the table.', { notYet: true }),
  kind: say(z.enum(['table', 'view']), 'Whether this is a table or a view.', {
    default: 'table',
    notYet: { values: ['view'] },
  }),
  definition: say(z.string(), 'SQL of the view.', { notYet: true }),
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
  renamed_from: say(name, 'Former name of the table.', { notYet: true }),
  'x-backbone-disable': say(names, 'Codes of diagnostics that are not shown for this table.'),
});

/** What a schema file is: the one definition that the JSON Schemas, the checks and the reference follow. */
export const schemaShape = z.strictObject({
  $schema: say(z.string(), 'JSON Schema of this file.'),
  project_name: need(name, 'Name of the project.'),
  db_type: need(z.enum(['postgresql', 'mysql', 'sqlite', 'mssql']), 'Database that the backend runs on.', {
    notYet: { values: ['mysql', 'mssql'] },
    values: {
      postgresql: 'PostgreSQL 13 and newer',
      mysql: 'MySQL and MariaDB (not supported yet)',
      sqlite: 'SQLite',
      mssql: 'SQL Server (not supported yet)',
    },
  }),
  description: say(z.string(), 'What the backend is for; shown in its README and API documentation.'),
  schema: need(z.array(table).min(1), 'Tables of the database.'),
  enums: say(z.array(z.looseObject({})), 'Enums that several columns share.', { notYet: true }),
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
      access: say(access, 'Who may read and write where a table does not say.', { notYet: true }),
    }),
    'Settings of all routes.',
  ),
  'x-backbone-disable': say(names, 'Codes of diagnostics that are not shown for this file.'),
});
