import type fc from 'fast-check';
import { flatName, namespaceOf, ownName, qualifiedName } from '../../../src/core/schema/namespaces.ts';
import { addChecks } from './checks.ts';
import { type Choose, chosen, type Part, present } from './choose.ts';
import { keyColumns, plainColumn } from './columns.ts';
import { shareEnums } from './enums.ts';
import { addExclusions } from './exclusions.ts';
import { addGenerated } from './generated.ts';
import { indexesOf } from './indexes.ts';
import { fitForMssql } from './mssql.ts';
import { columnNames, description, tableNames } from './names.ts';
import { isSorted } from './native-values.ts';
import { numbered } from './numbering.ts';
import { onMysql } from './on-mysql.ts';
import { addReferences, type Draft, hasKey } from './references.ts';
import { addManyToMany, addRelationships } from './relationships.ts';
import { viewsOf } from './views.ts';

/** Small schemas over everything that the generator supports; most of them are valid. */
export const randomSchema: fc.Arbitrary<Part> = chosen((choose) =>
  schemaOf(choose, ['sqlite', 'postgresql']),
);

/** The same for MySQL and MariaDB. */
export const randomMysqlSchema: fc.Arbitrary<Part> = chosen((choose) => schemaOf(choose, ['mysql']));

/** The same for SQL Server. */
export const randomMssqlSchema: fc.Arbitrary<Part> = chosen((choose) =>
  fitForMssql(schemaOf(choose, ['mssql'])),
);

type Databases = readonly [string, ...string[]];

function schemaOf(choose: Choose, databases: Databases): Part {
  const odd = choose.pick([0, 15, 40]);
  const spread = choose.pick([0, 0, 0, 50]);
  const names = tableNames(choose, odd);
  const db_type = choose.pick(databases);
  const drafts = Array.from({ length: choose.pick([1, 2, 2, 3, 3, 4]) }, () =>
    draftOf(choose, qualifiedName(namespace(choose, spread), names.next()), { odd, database: db_type }),
  );
  const enums = shareEnums(choose, drafts);
  for (const it of drafts) addGenerated(choose, it, db_type);
  const links = addReferences(choose, drafts);
  addRelationships(choose, links);
  addManyToMany(choose, drafts, links);
  for (const it of drafts) addChecks(choose, it, db_type === 'postgresql');
  if (db_type === 'postgresql') for (const it of drafts) addExclusions(choose, it);
  const tables = drafts.map((it) => tableOf(choose, it, db_type === 'postgresql'));
  return present({
    project_name: choose.pick(['proof', 'Simple Blog', 'x', 'Über-App 2', 'a.b_c']),
    db_type,
    description: description(choose),
    enums: enums.length > 0 ? enums : undefined,
    schema:
      db_type === 'mysql'
        ? onMysql(tables)
        : [...tables, ...viewsOf(choose, drafts, db_type === 'postgresql')],
    api: choose.chance(30) ? settings(choose) : undefined,
  });
}

const namespace = (choose: Choose, percent: number): string | undefined =>
  choose.maybe(percent, choose.pick(['billing', 'crm', 'Sales 2', 'order', 'a-b']));

/** Gives some texts a collation that their database has. */
function collated(choose: Choose, column: Part, database: string): Part {
  const names = COLLATIONS[database];
  if (names === undefined || !['String', 'Char', 'Text'].includes(String(column.type))) return column;
  return choose.chance(12) ? { ...column, collation: choose.pick(names) } : column;
}

const COLLATIONS: Readonly<Record<string, readonly [string, ...string[]] | undefined>> = {
  postgresql: ['C', 'POSIX', 'und-x-icu', 'de-AT-x-icu'],
  sqlite: ['BINARY', 'nocase', 'RTRIM'],
  mysql: ['utf8mb4_general_ci', 'utf8mb4_bin'],
};

type Kind = { readonly odd: number; readonly database: string };

function draftOf(choose: Choose, name: string, { odd, database }: Kind): Draft {
  const names = columnNames(choose, odd);
  const keys = keyColumns(choose, names).map((it) => numbered(choose, it, database));
  const columns = Array.from({ length: choose.int(keys.length === 0 ? 1 : 0, 5) }, () =>
    collated(choose, numbered(choose, plainColumn(choose, names), database), database),
  );
  return { name, database, names, keys, columns, relationships: [], constraints: [] };
}

function tableOf(choose: Choose, draft: Draft, onPostgresql: boolean): Part {
  const columns = [...draft.keys, ...draft.columns];
  const isShuffled = choose.chance(10);
  const written = draft.keys.length > 1 && choose.chance(50);
  return present({
    table_name: ownName(draft.name),
    namespace: namespaceOf(draft.name),
    class_name: choose.chance(8)
      ? choose.pick(['Thing', 'Base', 'session', 'class', 'Ünit', 'Public', 'X_1', 'Field'])
      : undefined,
    description: description(choose),
    renamed_from: choose.chance(10) ? 'formerly' : undefined,
    options: choose.chance(40) ? options(choose) : undefined,
    columns: isShuffled ? choose.some(columns, columns.length, columns.length) : columns,
    relationships: draft.relationships.length > 0 ? draft.relationships : undefined,
    constraints: constraints(choose, draft, written),
    indexes: indexesOf(choose, draft, onPostgresql),
    api: api(choose, draft),
  });
}

const options = (choose: Choose): Part =>
  present({
    use_timestamps: choose.chance(60) ? true : undefined,
    use_soft_delete: choose.chance(60) ? true : undefined,
    use_optimistic_lock: choose.chance(50) ? true : undefined,
  });

/** Whether a constraint is about values, and lists no columns. */
const isCondition = (it: Part): boolean => it.type === 'check' || it.type === 'exclude';

function constraints(choose: Choose, draft: Draft, withKey: boolean): readonly Part[] | undefined {
  const keyed = [...draft.keys, ...draft.columns.filter((it) => it.primary_key === true)];
  const key = withKey ? [{ type: 'primary_key', columns: keyed.map((it) => it.name).reverse() }] : [];
  const unique = choose.chance(20)
    ? [present({ type: 'unique', columns: listed(choose, draft), name: writtenName(choose, draft, 'u') })]
    : [];
  const all = [...key, ...unique, ...draft.constraints.filter((it) => !isCondition(it))].filter(
    (it) => (it.columns as readonly unknown[]).length > 0,
  );
  const checks = draft.constraints.filter(isCondition);
  return all.length + checks.length > 0 ? [...all, ...checks] : undefined;
}

const writtenName = (choose: Choose, draft: Draft, kind: string): string | undefined =>
  choose.chance(30)
    ? choose.pick([
        `${kind}_${flatName(draft.name).slice(0, 20)}`,
        `My ${kind} ${flatName(draft.name).slice(0, 10)}`,
      ])
    : undefined;

function listed(choose: Choose, draft: Draft): readonly unknown[] {
  const usable = [...draft.keys, ...draft.columns].filter(isSorted);
  return choose.some(usable, 1, 3).map((it) => it.name);
}

const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'bulk_create'];

function api(choose: Choose, draft: Draft): Part | false | undefined {
  if (choose.chance(60)) return undefined;
  if (choose.chance(15)) return false;
  const shown = [...draft.keys, ...draft.columns].filter(
    (it) => !['hidden', 'write_only'].includes(String(it.visibility)) && it.format !== 'password',
  );
  const comparable = shown.filter((it) => isSorted(it) && it.type !== 'LargeBinary');
  const texts = shown.filter((it) => ['String', 'Char', 'Text'].includes(String(it.type)));
  const names = (all: readonly Part[]) => choose.some(all, 0, 4).map((it) => it.name);
  return present({
    path: choose.chance(20) ? choose.pick(['things', '/deep/er/path', 'X.y~z', 'a/b/', 'limit']) : undefined,
    operations: choose.chance(40) ? choose.some(hasKey(draft) ? OPERATIONS : ['list'], 0, 6) : undefined,
    filter: choose.chance(50) ? names(comparable) : undefined,
    sort: choose.chance(50) ? names(comparable) : undefined,
    search: choose.chance(50) ? names(texts) : undefined,
    ...rights(choose, draft),
  });
}

function rights(choose: Choose, draft: Draft): Part {
  const owner = draft.columns.find((it) => it.type === 'UUID' && it.target === undefined);
  const access = choose.pick(['public', 'user', 'admin', { read: 'public' }, { write: 'admin' }]);
  return {
    access: choose.chance(20) ? access : undefined,
    owner: choose.chance(50) ? owner?.name : undefined,
  };
}

function settings(choose: Choose): Part {
  const size = choose.pick([undefined, 1, 2, 10, 50]);
  return present({
    prefix: choose.pick([undefined, '', '/v2', '/a/b~c']),
    page_size: size,
    max_page_size:
      size === undefined ? choose.pick([undefined, 50, 1000]) : choose.pick([undefined, size, 100]),
    max_bulk_size: choose.pick([undefined, undefined, 1, 5]),
  });
}
