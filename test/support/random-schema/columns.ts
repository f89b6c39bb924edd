import { type Choose, type Part, present } from './choose.ts';
import { description, type Names } from './names.ts';
import { TYPE_NAMES, TYPES } from './values.ts';

/** A column that is no part of the key and references nothing. */
export function plainColumn(choose: Choose, names: Names): Part {
  const type = choose.pick(TYPE_NAMES);
  const isJson = type === 'JSON' || type === 'JSONB';
  const nullable = choose.pick([undefined, false, false, true]);
  const { own, defaults } = typed(choose, type);
  return present({
    name: names.next(),
    type,
    ...own,
    nullable,
    unique: isJson ? undefined : flag(choose, 15),
    index: isJson ? undefined : flag(choose, 15),
    description: description(choose),
    ...defaults,
    visibility: visibilityOf(choose, nullable === false && Object.keys(defaults).length === 0),
  });
}

const flag = (choose: Choose, percent: number): boolean | undefined =>
  choose.chance(percent) ? true : choose.chance(5) ? false : undefined;

function visibilityOf(choose: Choose, isNeeded: boolean): string | undefined {
  if (choose.chance(75)) return undefined;
  return isNeeded
    ? choose.pick(['read_write', 'write_only'])
    : choose.pick(['read_write', 'read_only', 'write_only', 'hidden']);
}

type Parts = { readonly own: Part; readonly defaults: Part };

function typed(choose: Choose, type: string): Parts {
  const made = TYPES[type]?.(choose);
  if (made === undefined) throw new Error(`no values are known of the type ${type}`);
  const kind = choose.int(0, 9);
  if (kind < 2) return { own: made.own, defaults: { default: made.literal() } };
  const [first, ...others] = made.server;
  if (kind > 3 || first === undefined) return { own: made.own, defaults: {} };
  return { own: made.own, defaults: { server_default: choose.pick([first, ...others]) } };
}

const KEY_TYPES = [
  'Integer',
  'BigInteger',
  'SmallInteger',
  'String',
  'UUID',
  'Date',
  'DateTime',
  'Enum',
  'Numeric',
  'Real',
  'Char',
  'Time',
  'Boolean',
  'Text',
] as const;

/** The columns of a primary key: mostly a number or a UUID, at times another type or several columns. */
export function keyColumns(choose: Choose, names: Names): readonly Part[] {
  const shape = choose.int(0, 9);
  const name = choose.chance(70) ? 'id' : names.next();
  names.reserve(name);
  const visibility = choose.maybe(6, choose.pick(['read_only', 'hidden', 'write_only', 'read_write']));
  if (shape < 4) return [present({ ...numberKey(choose), name, primary_key: true, visibility })];
  if (shape < 6) return [present({ ...uuidKey(choose), name, primary_key: true, visibility })];
  if (shape < 8) return [{ name, primary_key: true, ...keyOf(choose) }];
  return [name, names.next()].map((it) => ({ name: it, primary_key: true, ...keyOf(choose) }));
}

const numberKey = (choose: Choose): Part => ({
  type: choose.pick(['Integer', 'Integer', 'BigInteger', 'SmallInteger']),
  autoincrement: choose.pick([undefined, undefined, undefined, true, false]),
  description: description(choose),
});

const uuidKey = (choose: Choose): Part => ({
  type: 'UUID',
  server_default: choose.chance(60) ? 'uuid' : undefined,
  nullable: choose.chance(10) ? false : undefined,
});

function keyOf(choose: Choose): Part {
  const type = choose.pick(KEY_TYPES);
  const own = typed(choose, type).own;
  return present({ type, ...own, format: own.format === 'password' ? undefined : own.format });
}
