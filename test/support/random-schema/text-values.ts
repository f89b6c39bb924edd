import type { Choose, Part } from './choose.ts';

/** Own properties of a type and the defaults that fit them. */
export type Typed = {
  readonly own: Part;
  readonly literal: () => unknown;
  /** Words and SQL for `server_default`. */
  readonly server: readonly string[];
};

/** How a column of one type is made. */
export type MakeType = (choose: Choose) => Typed;

const LETTERS = [
  'a',
  "it's",
  '"q"',
  '\\',
  '%',
  ':x',
  '{y}',
  'é',
  '名',
  '\n',
  '🙂',
  ' ',
  '--',
  ';',
  'b',
] as const;
const TEXT_SERVER = ["'x'", "''", "lower('A')", "'it''s'", "'a:b'", "'100%'", "'a' || 'b'"];

/** How columns of a text type are made. */
export const text =
  (type: 'String' | 'Char' | 'Text'): MakeType =>
  (choose) => {
    const length = lengthOf(choose, type);
    const shape = choose.int(0, 9);
    if (shape === 0) return formatted(choose, length);
    if (shape === 1) return patterned(choose, length);
    return bounded(choose, length, type);
  };

function lengthOf(choose: Choose, type: 'String' | 'Char' | 'Text'): number | undefined {
  if (type === 'Text') return undefined;
  const length = choose.maybe(80, choose.pick([1, 2, 5, 40, 255, 1000]));
  return type === 'Char' ? (length ?? 1) : length;
}

function bounded(choose: Choose, length: number | undefined, type: string): Typed {
  const most = length ?? 60;
  const least = choose.maybe(20, choose.int(0, most));
  const max = choose.maybe(20, choose.int(Math.max(least ?? 0, 1), most));
  const isShort = type === 'Char' || most < 12;
  return {
    own: { length, min_length: least, max_length: max },
    literal: () => textOf(choose, least ?? 0, Math.min(max ?? most, 30)),
    server: isShort ? TEXT_SERVER.slice(0, 2) : TEXT_SERVER,
  };
}

function textOf(choose: Choose, least: number, most: number): string {
  const count = choose.int(least, Math.max(least, most));
  let made = '';
  for (let n = 0; n < count; n += 1) {
    const next = choose.pick(LETTERS);
    made +=
      [...made].length + [...next].length <= count ? next : 'z'.repeat(count - [...made].length > 0 ? 1 : 0);
  }
  return [...made].slice(0, count).join('');
}

const FORMATS = {
  email: 'a@example.com',
  url: 'https://example.com/a?b=c',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  slug: 'a-slug',
  phone: '+491701234567',
  ip: '192.0.2.1',
  password: 'correct horse',
  color: '#a1b2c3',
  country: 'DE',
  currency: 'EUR',
} as const;

function formatted(choose: Choose, length: number | undefined): Typed {
  const names = Object.keys(FORMATS) as [keyof typeof FORMATS, ...(keyof typeof FORMATS)[]];
  const format = choose.pick(names);
  const example = FORMATS[format];
  const room = length === undefined || length >= 40 || choose.chance(10) ? length : 60;
  const bounds =
    format === 'password' && choose.chance(40)
      ? { min_length: choose.int(0, 12), max_length: choose.int(12, 40) }
      : {};
  return { own: { format, length: room, ...bounds }, literal: () => example, server: [`'${example}'`] };
}

const PATTERNS = {
  '^[A-Z]{3}$': 'ABC',
  '^\\d+$': '42',
  '[a-z]': 'q',
  '^(?:ab|cd)+$': 'abcd',
  '\\w\\.\\w': 'a.b',
  '^[\'"]x$': '"x',
  '^[^\\s]*$': 'n',
  'é|ü': 'é',
  '^a{2,4}b?$': 'aab',
  '^\\S+-\\d{2}$': 'x-12',
} as const;

function patterned(choose: Choose, length: number | undefined): Typed {
  const patterns = Object.keys(PATTERNS) as [keyof typeof PATTERNS, ...(keyof typeof PATTERNS)[]];
  const pattern = choose.pick(patterns);
  const room = length === undefined || length >= 5 ? length : 8;
  const max = choose.chance(20) ? choose.int(4, Math.min(room ?? 20, 20)) : undefined;
  const own = { pattern, length: room, max_length: max };
  return { own, literal: () => PATTERNS[pattern], server: [`'${PATTERNS[pattern].replaceAll("'", "''")}'`] };
}
