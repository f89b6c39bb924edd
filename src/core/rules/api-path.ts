import { isObject } from '../document/json.ts';
import { apiPath as pathOf } from '../schema/derived-names.ts';
import { type End, pairRelationships } from '../schema/pairing.ts';
import { pythonAttribute } from '../schema/python-names.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB702: routes of a table that cannot be told from others. */
export const apiPath: Rule = {
  code: 'BB702',
  name: 'api-path',
  severity: 'error',
  summary: 'The path of a table has characters that a path should not have, or is the path of other routes.',
  check: (view) => [...view.tables.flatMap(shape), ...collisions(view)],
};

const PATH = /^\/?[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*\/?$/;

const writtenPath = (table: TableView): string | undefined =>
  table.api === false ? undefined : text(table.api?.path);

const isSound = (path: string): boolean =>
  PATH.test(path) && path.split('/').every((it) => it !== '.' && it !== '..');

function shape(table: TableView): readonly RuleFinding[] {
  const path = writtenPath(table);
  if (path === undefined || isSound(path)) return [];
  const message = `the path ${quote(path)} of ${tableLabel(table)} may have letters, digits, "-", "_", "." and "~" between slashes`;
  return [{ ...valueAt(table, 'api', 'path'), message }];
}

/** The routes of a table: the parts of its path, and what its routes have after them; undefined stands for any text. */
type Route = {
  readonly table: TableView;
  readonly parts: readonly string[];
  readonly tails: readonly (readonly (string | undefined)[])[];
};

function collisions(view: SchemaView): readonly RuleFinding[] {
  const prefix =
    isObject(view.raw.api) && typeof view.raw.api.prefix === 'string' ? view.raw.api.prefix : '/api/v1';
  const before = prefix.split('/').filter((it) => it !== '');
  const ends = groupBy(pairRelationships(view), (it) => it.source);
  const routes = [...view.tableByName.values()].flatMap((table): readonly Route[] => {
    const written = writtenPath(table);
    if (table.api === false || (written !== undefined && !isSound(written))) return [];
    const own = pathOf(written, table.name ?? '')
      .split('/')
      .slice(1);
    return [{ table, parts: [...before, ...own], tails: tailsOf(table, ends.get(table) ?? []) }];
  });
  const first = new Map<string, Route>();
  for (const it of routes) if (!first.has(keyOf(it.parts))) first.set(keyOf(it.parts), it);
  return routes.flatMap((it) => [...clash(it, first), ...reserved(it)]);
}

/** What comes after the path of a table: nothing, a bulk request, a row, what is linked to a row, and one link. */
function tailsOf(table: TableView, ends: readonly End[]): Route['tails'] {
  const row = keyParts(table);
  const links = ends
    .filter((it) => it.view.type === 'many_to_many')
    .flatMap((it) => {
      const list = [...row, pathOf(undefined, pythonAttribute(it.attribute)).slice(1)];
      return [list, [...list, ...keyParts(it.target)]];
    });
  return [[], ['bulk'], row, ...links];
}

const keyParts = (table: TableView): readonly undefined[] =>
  Array.from({ length: Math.max(table.primaryKey.length, 1) }, () => undefined);

const keyOf = (parts: readonly string[]): string => parts.join('/');

function clash(route: Route, first: ReadonlyMap<string, Route>): readonly RuleFinding[] {
  const same = first.get(keyOf(route.parts));
  if (same !== undefined && same !== route) return [taken(route, same, 'is already the path')];
  // `/users/{id}` would answer for a table below `/users`.
  for (let depth = route.parts.length - 1; depth > 0; depth -= 1) {
    const above = first.get(keyOf(route.parts.slice(0, depth)));
    const how = above === undefined ? undefined : confusion(route, above, route.parts.slice(depth));
    if (above !== undefined && how !== undefined) return [taken(route, above, how)];
  }
  return [];
}

/** How the routes of a table can be taken for those of one whose path its own path continues with `rest`. */
function confusion(route: Route, above: Route, rest: readonly string[]): string | undefined {
  if (rest.length === keyParts(above.table).length) return 'could be a row';
  const own = route.tails.map((it) => [...rest, ...it]);
  return own.some((it) => above.tails.some((other) => canBeSame(it, other)))
    ? 'has routes that could be those'
    : undefined;
}

const canBeSame = (a: Route['tails'][number], b: Route['tails'][number]): boolean =>
  a.length === b.length && a.every((it, i) => it === undefined || b[i] === undefined || it === b[i]);

function taken(route: Route, other: Route, how: string): RuleFinding {
  return {
    ...placeOf(route.table),
    message: `the path ${quote(`/${keyOf(route.parts)}`)} of ${tableLabel(route.table)} ${how} of ${tableLabel(other.table)}; write another "path" in "api"`,
    related: [{ at: placeOf(other.table).at, message: `the path of ${tableLabel(other.table)}` }],
  };
}

const placeOf = (table: TableView) =>
  writtenPath(table) === undefined ? valueAt(table, 'table_name') : valueAt(table, 'api', 'path');

/** First parts of the paths that every generated backend has without prefix. */
const RESERVED = new Set(['health', 'docs', 'redoc', 'openapi.json', 'metrics']);

function reserved({ table, parts }: Route): readonly RuleFinding[] {
  const [start] = parts;
  if (start === undefined || !RESERVED.has(start)) return [];
  const message = `the path ${quote(`/${keyOf(parts)}`)} of ${tableLabel(table)} starts like the backend's own ${quote(`/${start}`)}; write another "path" or "prefix" in "api"`;
  return [{ ...placeOf(table), message }];
}
