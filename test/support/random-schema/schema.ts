import type fc from 'fast-check';
import { addChecks } from './checks.ts';
import { type Choose, chosen, type Part, present } from './choose.ts';
import { keyColumns, plainColumn } from './columns.ts';
import { columnNames, description, tableNames } from './names.ts';
import { addReferences, type Draft } from './references.ts';
import { addManyToMany, addRelationships } from './relationships.ts';

/** Small schemas over everything that the generator supports; most of them are valid. */
export const randomSchema: fc.Arbitrary<Part> = chosen(schemaOf);

function schemaOf(choose: Choose): Part {
  const odd = choose.pick([0, 15, 40]);
  const names = tableNames(choose, odd);
  const db_type = choose.pick(['sqlite', 'postgresql'] as const);
  const drafts = Array.from({ length: choose.pick([1, 2, 2, 3, 3, 4]) }, () =>
    draftOf(choose, names.next(), odd),
  );
  const links = addReferences(choose, drafts);
  addRelationships(choose, links);
  addManyToMany(choose, drafts, links);
  for (const it of drafts) addChecks(choose, it, db_type === 'postgresql');
  return present({
    project_name: choose.pick(['proof', 'Simple Blog', 'x', 'Über-App 2', 'a.b_c']),
    db_type,
    description: description(choose),
    schema: drafts.map((it) => tableOf(choose, it)),
    api: choose.chance(30) ? settings(choose) : undefined,
  });
}

function draftOf(choose: Choose, name: string, odd: number): Draft {
  const names = columnNames(choose, odd);
  const keys = keyColumns(choose, names);
  const columns = Array.from({ length: choose.int(0, 5) }, () => plainColumn(choose, names));
  return { name, names, keys, columns, relationships: [], constraints: [] };
}

function tableOf(choose: Choose, draft: Draft): Part {
  const columns = [...draft.keys, ...draft.columns];
  const isShuffled = choose.chance(10);
  const written = draft.keys.length > 1 && choose.chance(50);
  return present({
    table_name: draft.name,
    class_name: choose.chance(8)
      ? choose.pick(['Thing', 'Base', 'session', 'class', 'Ünit', 'Public', 'X_1', 'Field'])
      : undefined,
    description: description(choose),
    options: choose.chance(40) ? options(choose) : undefined,
    columns: isShuffled ? choose.some(columns, columns.length, columns.length) : columns,
    relationships: draft.relationships.length > 0 ? draft.relationships : undefined,
    constraints: constraints(choose, draft, written),
    indexes: choose.chance(25) ? [index(choose, draft)] : undefined,
    api: api(choose, draft),
  });
}

const options = (choose: Choose): Part =>
  present({
    use_timestamps: choose.chance(60) ? true : undefined,
    use_soft_delete: choose.chance(60) ? true : undefined,
    use_optimistic_lock: choose.chance(50) ? true : undefined,
  });

function constraints(choose: Choose, draft: Draft, withKey: boolean): readonly Part[] | undefined {
  const keyed = [...draft.keys, ...draft.columns.filter((it) => it.primary_key === true)];
  const key = withKey ? [{ type: 'primary_key', columns: keyed.map((it) => it.name).reverse() }] : [];
  const unique = choose.chance(20)
    ? [present({ type: 'unique', columns: listed(choose, draft), name: ownName(choose, draft, 'u') })]
    : [];
  const all = [...key, ...unique, ...draft.constraints.filter((it) => it.type !== 'check')].filter(
    (it) => (it.columns as readonly unknown[]).length > 0,
  );
  const checks = draft.constraints.filter((it) => it.type === 'check');
  return all.length + checks.length > 0 ? [...all, ...checks] : undefined;
}

const index = (choose: Choose, draft: Draft): Part =>
  present({
    columns: listed(choose, draft),
    unique: choose.chance(25) ? true : undefined,
    name: ownName(choose, draft, 'i'),
  });

const ownName = (choose: Choose, draft: Draft, kind: string): string | undefined =>
  choose.chance(30)
    ? choose.pick([`${kind}_${draft.name.slice(0, 20)}`, `My ${kind} ${draft.name.slice(0, 10)}`])
    : undefined;

function listed(choose: Choose, draft: Draft): readonly unknown[] {
  const usable = [...draft.keys, ...draft.columns].filter((it) => it.type !== 'JSON' && it.type !== 'JSONB');
  return choose.some(usable, 1, 3).map((it) => it.name);
}

const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'bulk_create'];

function api(choose: Choose, draft: Draft): Part | false | undefined {
  if (choose.chance(60)) return undefined;
  if (choose.chance(15)) return false;
  const shown = [...draft.keys, ...draft.columns].filter(
    (it) => !['hidden', 'write_only'].includes(String(it.visibility)) && it.format !== 'password',
  );
  const comparable = shown.filter((it) => it.type !== 'JSON' && it.type !== 'JSONB');
  const texts = shown.filter((it) => ['String', 'Char', 'Text'].includes(String(it.type)));
  const names = (all: readonly Part[]) => choose.some(all, 0, 4).map((it) => it.name);
  return present({
    path: choose.chance(20) ? choose.pick(['things', '/deep/er/path', 'X.y~z', 'a/b/', 'limit']) : undefined,
    operations: choose.chance(40) ? choose.some(OPERATIONS, 0, 6) : undefined,
    filter: choose.chance(50) ? names(comparable) : undefined,
    sort: choose.chance(50) ? names(comparable) : undefined,
    search: choose.chance(50) ? names(texts) : undefined,
  });
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
