import { flatName } from '../../../src/core/schema/namespaces.ts';
import { type Choose, type Part, present } from './choose.ts';
import { quoted } from './names.ts';
import { isSorted } from './native-values.ts';
import type { Draft } from './references.ts';

/** None to two indexes of a table: plain ones, and those over expressions, parts of the rows and in other orders. */
export function indexesOf(choose: Choose, draft: Draft, onPostgresql: boolean): readonly Part[] | undefined {
  const count = choose.pick([0, 0, 0, 1, 1, 2]);
  const columns = [...draft.keys, ...draft.columns].filter(isSorted);
  const made = Array.from({ length: count }, (_, i) =>
    onPostgresql && choose.chance(15)
      ? ofMethod(choose, [...draft.keys, ...draft.columns], i)
      : sorted(choose, { draft, columns, onPostgresql, i }),
  ).filter((it) => it !== undefined);
  return made.length > 0 ? made : undefined;
}

type Context = {
  readonly draft: Draft;
  readonly columns: readonly Part[];
  readonly onPostgresql: boolean;
  readonly i: number;
};

function sorted(choose: Choose, { draft, columns, onPostgresql, i }: Context): Part | undefined {
  const indexed = choose.some(columns, 1, 3);
  if (indexed.length === 0) return undefined;
  const unique = choose.maybe(30, true);
  const elements = indexed.map((it) => element(choose, it, onPostgresql));
  const where = choose.chance(20)
    ? conditionOn(choose, choose.pick([columns[0] ?? {}, ...columns]))
    : undefined;
  const isPlain = elements.every((it) => typeof it === 'string') && where === undefined && i === 0;
  return present({
    columns: elements,
    unique,
    where,
    nulls_not_distinct: onPostgresql && unique === true ? choose.maybe(25, true) : undefined,
    include: onPostgresql && choose.chance(10) ? choose.some(columns, 1, 2).map((it) => it.name) : undefined,
    name: isPlain && choose.chance(70) ? undefined : `i${i} ${flatName(draft.name).slice(0, 10)}`,
  });
}

function element(choose: Choose, column: Part, onPostgresql: boolean): unknown {
  if (choose.chance(60)) return column.name;
  const direction = choose.maybe(60, choose.pick(['asc', 'desc'] as const));
  const nulls = onPostgresql ? choose.maybe(25, choose.pick(['first', 'last'] as const)) : undefined;
  const isText = column.type === 'String' || column.type === 'Text';
  const opclass = onPostgresql && isText ? choose.maybe(25, 'text_pattern_ops') : undefined;
  const expression = choose.chance(40)
    ? EXPRESSIONS[String(column.type)]?.(choose, quoted(column))
    : undefined;
  return present({
    ...(expression === undefined ? { name: column.name } : { expression }),
    direction,
    nulls,
    opclass,
  });
}

type MakeSql = (choose: Choose, name: string) => string;

const ofNumber: MakeSql = (choose, name) =>
  choose.pick([`abs(${name})`, `${name} + 1`, `coalesce(${name}, 0)`, `${name} % 3`]);

/** Expressions that both databases understand, by the type of their column. */
const EXPRESSIONS: Readonly<Record<string, MakeSql | undefined>> = {
  Integer: ofNumber,
  SmallInteger: ofNumber,
  Numeric: ofNumber,
  String: (choose, name) =>
    choose.pick([`lower(${name})`, `upper(trim(${name}))`, `coalesce(${name}, 'a:b')`]),
  Text: (choose, name) => choose.pick([`lower(${name})`, `${name} || ''`, `substr(${name}, 1, 3)`]),
};

function conditionOn(choose: Choose, column: Part): string {
  const name = quoted(column);
  if (column.type === 'Boolean' && choose.chance(60)) return choose.pick([name, `not ${name}`]);
  if (column.type === 'Integer' && choose.chance(60))
    return choose.pick([`${name} > 3`, `${name} in (1, 2)`]);
  return choose.pick([`${name} is not null`, `${name} is null`]);
}

/** An index of PostgreSQL that is no B-tree, over columns of types that its method knows by itself. */
function ofMethod(choose: Choose, columns: readonly Part[], i: number): Part | undefined {
  const [column] = choose.some(columns, 1, 1);
  const method = METHODS[String(column?.type)];
  if (column === undefined || method === undefined) return undefined;
  const opclass = column.type === 'JSONB' ? choose.maybe(50, 'jsonb_path_ops') : undefined;
  return present({
    columns: [opclass === undefined ? column.name : { name: column.name, opclass }],
    method: choose.pick(method),
    name: choose.chance(50) ? `m${i} of ${String(column.name).slice(0, 10)}` : undefined,
  });
}

const METHODS: Readonly<Record<string, readonly [string, ...string[]] | undefined>> = {
  JSONB: ['gin'],
  Array: ['gin'],
  HStore: ['gin', 'gist', 'hash'],
  Integer: ['hash', 'brin'],
  String: ['hash', 'brin', 'spgist'],
  UUID: ['hash', 'brin'],
  DateTime: ['brin', 'hash'],
};
