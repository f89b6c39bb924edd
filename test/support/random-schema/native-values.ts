import type { Choose, Part } from './choose.ts';
import type { MakeType } from './text-values.ts';

type Literals = readonly [unknown, ...unknown[]];

const native =
  (literals: Literals, server: readonly string[], own: Readonly<Record<string, unknown>> = {}): MakeType =>
  (choose) => ({ own, literal: () => choose.pick(literals), server });

const bit: MakeType = (choose) => {
  const length = choose.pick([undefined, 1, 3, 8, 64]);
  const varying = choose.pick([undefined, undefined, false, true]);
  const most = length ?? (varying === true ? 5 : 1);
  const made = (): string => Array.from({ length: most }, () => choose.pick(['0', '1'])).join('');
  const literal = (): string => (varying === true && choose.chance(40) ? made().slice(1) : made());
  return { own: { length, varying }, literal, server: [`'${literal()}'`] };
};

const RANGES: readonly [Range, ...Range[]] = [
  {
    own: { subtype: 'Integer' },
    literals: ['[1,10)', '(,0)', 'empty'],
    server: ["'[1,3]'", 'int4range(1, 5)'],
  },
  {
    own: { subtype: 'BigInteger' },
    literals: ['[-9223372036854775808,9007199254740993)', '(,)'],
    server: ["'[1,3)'"],
  },
  { own: { subtype: 'Numeric' }, literals: ['[0.5,1]', '(-1,)', '[7,7]'], server: ["'[1.50,3)'"] },
  {
    own: { subtype: 'Date' },
    literals: ['[2026-01-01,2026-02-01)', '(,9999-12-31)'],
    server: ["'[2026-01-01,2026-01-31]'"],
  },
  {
    own: { subtype: 'DateTime' },
    literals: ['[2026-01-01T00:00:00,2026-01-01T12:30:00]', 'empty'],
    server: ["'[2026-01-01 08:00,)'"],
  },
  {
    own: { subtype: 'DateTime', timezone: true },
    literals: ['[2026-01-01T00:00:00Z,)', '(,)'],
    server: ["'[2026-01-01 08:00+02,)'"],
  },
];

type Range = {
  readonly own: Readonly<Record<string, unknown>>;
  readonly literals: Literals;
  readonly server: readonly string[];
};

const range: MakeType = (choose: Choose) => {
  const { own, literals, server } = choose.pick(RANGES);
  return native(
    literals,
    server.filter((it) => it.startsWith("'")),
    own,
  )(choose);
};

/** How a column of each type that is text in Python is made. */
export const NATIVE_TYPES: Readonly<Record<string, MakeType>> = {
  INET: native(['10.0.0.1', '10.0.0.0/8', '::1', 'fe80::1/64', '::'], ["'10.0.0.1'", "'FE80::1'"]),
  CIDR: native(['10.0.0.0/8', '::/0', '10.1.2.3/32'], ["'192.168.0.0/16'"]),
  MACADDR: native(['08:00:2b:01:02:03'], ["'08:00:2b:01:02:03'"]),
  XML: (choose) => ({
    own: {},
    literal: () => undefined,
    server: choose.pick([["'<a/>'"], ["'<a b=\"c\">it''s</a>'"]]),
  }),
  LTree: native(['top', 'top.left_1', 'A.b.C.9'], ["'top.right'"]),
  Bit: bit,
  Range: range,
  TSVector: (choose) => ({ own: {}, literal: () => undefined, server: choose.pick([["''"], ["'a b'"]]) }),
};

/** Types whose values the database does not sort, or the API does not show. */
const UNSORTED: readonly unknown[] = ['JSON', 'JSONB', 'XML', 'TSVector', 'Array', 'HStore'];

/** Whether a column can be in keys, indexes and orders. */
export const isSorted = ({ type }: Part): boolean => !UNSORTED.includes(type);
