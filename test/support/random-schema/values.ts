import { type MakeType, text } from './text-values.ts';

const BITS = { SmallInteger: 15, Integer: 31, BigInteger: 52 } as const;

const integer =
  (type: keyof typeof BITS): MakeType =>
  (choose) => {
    const most = 2 ** BITS[type] - 1;
    const low = choose.pick([-most - 1, -5, 0, 1]);
    const high = choose.pick([low, low + 1, low + 100, most]);
    const bounds = { min: choose.chance(25) ? low : undefined, max: choose.chance(25) ? high : undefined };
    return {
      own: bounds,
      literal: () => choose.pick([bounds.min ?? bounds.max ?? 0, bounds.max ?? bounds.min ?? 7]),
      server: [String(bounds.min ?? bounds.max ?? 3), '1 + 1', "'5'", 'abs(-4)', '(2)', '-1'],
    };
  };

const numeric: MakeType = (choose) => {
  const precision = choose.maybe(70, choose.pick([1, 2, 5, 10, 19, 38]));
  const scale = precision === undefined ? undefined : choose.maybe(70, choose.int(0, Math.min(precision, 8)));
  const numbers = numbersOf(precision, scale ?? 0);
  const min = choose.maybe(20, numbers[choose.int(0, numbers.length - 1)]);
  const above = numbers.filter((it) => it >= (min ?? it));
  const max = choose.maybe(20, above[choose.int(0, above.length - 1)]);
  return {
    own: { precision, scale, min, max },
    literal: () => min ?? max ?? numbers[choose.int(0, numbers.length - 1)],
    server: ['0', "'0'", '0.0', String(min ?? max ?? 0)],
  };
};

/** Numbers that fit, smallest first. */
function numbersOf(precision: number | undefined, scale: number): readonly number[] {
  const unit = Number((1 / 10 ** scale).toFixed(scale));
  const hasWhole = precision === undefined || precision > scale;
  return hasWhole ? [-1, 0, ...(unit < 1 ? [unit] : []), 1, 8] : [0, unit];
}

const float =
  (largest: number): MakeType =>
  (choose) => {
    const min = choose.chance(20) ? choose.pick([-1.5, 0, 0.1, -largest]) : undefined;
    const max = choose.chance(20) ? choose.pick([1.5, 3, 1e10, largest]) : undefined;
    return {
      own: { min, max, precision: choose.chance(10) ? choose.pick([10, 24, 53]) : undefined },
      literal: () => min ?? max ?? choose.pick([0, 1.5, -2, 1e10, 0.1, 1e-7]),
      server: ['0', '1.5', "'2.5'", '1e3', '-0.5'],
    };
  };

const plain =
  (literals: readonly [unknown, ...unknown[]], server: readonly string[]): MakeType =>
  (choose) => ({ own: {}, literal: () => choose.pick(literals), server });

const moment =
  (date: string, server: readonly string[]): MakeType =>
  (choose) => {
    const timezone = choose.pick([undefined, true, true, false]);
    const zone = timezone === true ? ['Z', '+02:00', '-05:30'] : [''];
    return {
      own: { timezone },
      literal: () => {
        const time = choose.pick(['13:30:00', '00:00:00', '23:59:59.999999', '08:15', '12:00:00.5']);
        return `${date}${time}${choose.pick(zone as [string, ...string[]])}`;
      },
      server,
    };
  };

const LABELS = [
  ...[
    'open',
    'closed',
    'in-progress',
    'IN_PROGRESS',
    'in progress',
    '1',
    '2nd',
    'a.b',
    "it's",
    '"q"',
    'a:b',
    'a%b',
  ],
  ...[
    'None',
    'name',
    'value',
    'mro',
    'class',
    'é',
    '名',
    ' ',
    '+',
    '-',
    'a\\b',
    '{x}',
    'A',
    '_x_',
    '__init__',
    '🙂',
  ],
  ...['x'.repeat(63), 'new\nline', 'null', 'true', 'self'],
];

const enumeration: MakeType = (choose) => {
  const values = choose.some(LABELS, 1, 5);
  const [first = 'open'] = values;
  return {
    own: { values },
    literal: () => choose.pick([first, ...values]),
    server: [`'${first.replaceAll("'", "''")}'`],
  };
};

const JSON_VALUES = [
  {},
  [],
  { a: [1, null, 'x'] },
  "it's",
  1,
  true,
  0,
  '',
  false,
  { 'k"': ':x %' },
  [[]],
] as const;

/** How a column of each type is made. */
export const TYPES: Readonly<Record<string, MakeType>> = {
  Integer: integer('Integer'),
  BigInteger: integer('BigInteger'),
  SmallInteger: integer('SmallInteger'),
  String: text('String'),
  Char: text('Char'),
  Text: text('Text'),
  Numeric: numeric,
  Float: float(1e300),
  Double: float(1e300),
  Real: float(1e38),
  Boolean: plain([true, false], ['true', 'false', '(1 = 1)']),
  Date: plain(
    ['2026-01-31', '0001-01-01', '9999-12-31', '2024-02-29'],
    ['today', 'now', "'2026-01-31'", 'CURRENT_DATE'],
  ),
  DateTime: moment('2026-01-31T', ['now', 'CURRENT_TIMESTAMP', "'2026-01-31 13:30:00'"]),
  Time: moment('', ['now', "'13:30:00'", 'CURRENT_TIME']),
  Enum: enumeration,
  UUID: plain(
    ['3fa85f64-5717-4562-b3fc-2c963f66afa6', '3FA85F64-5717-4562-B3FC-2C963F66AFA6'],
    ['uuid', 'uuid', "'3fa85f64-5717-4562-b3fc-2c963f66afa6'"],
  ),
  JSON: plain(JSON_VALUES, ["'{}'", "'[]'", '\'{"a": 1}\'']),
  JSONB: plain(JSON_VALUES, ["'{}'", "'[]'", '\'{"a": "b:c"}\'']),
};

/** The names of all types but `ForeignKey`. */
export const TYPE_NAMES = Object.keys(TYPES) as [string, ...string[]];
