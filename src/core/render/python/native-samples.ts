import type { NativeType } from '../../model/column-type.ts';

/** What tests know of the values of a type that is text in Python. */
type Samples = {
  /** A value of the `n`-th row, and how many there are. */
  readonly text: string;
  readonly count?: number;
  /** Literals that a POST refuses. */
  readonly refused: readonly string[];
  /** A value that no row has. */
  readonly missing?: string;
};

const MANY = 1e6;
const BYTES = '{n // 256 % 256}.{n % 256}';

const range = (lower: string, upper: string, refused: readonly string[]): Samples => ({
  text: `f"[${lower},${upper})"`,
  refused: ['"[2"', ...refused],
});

const day = (step: string): string => `{dt.date(2026, 1, 1) + dt.timedelta(days=${step})}`;

const SAMPLES: Readonly<Record<Exclude<NativeType['form'], 'bit'>, Samples | undefined>> = {
  inet: {
    text: `f"10.0.${BYTES}"`,
    count: 65_536,
    refused: ['"10.0.0.256"', '"fe80::1%eth0"'],
    missing: '192.0.2.1',
  },
  cidr: { text: `f"10.${BYTES}.0/24"`, count: 65_536, refused: ['"10.0.0.1/24"', '"::%1/64"'] },
  macaddr: {
    text: 'f"02:00:00:00:{n // 256 % 256:02x}:{n % 256:02x}"',
    count: 65_536,
    refused: ['"02:00:00:00:00"'],
    missing: 'ff:ff:ff:ff:ff:ff',
  },
  ltree: { text: 'f"top.row_{n}"', refused: ['"top..row"', '"\\x00"'], missing: 'zzz' },
  xml: {
    text: 'f"<row>{n}</row>"',
    refused: ['"<row>"', '"<!DOCTYPE row><row/>"'],
  },
  int4range: range('{n}', '{n + 1}', ['"[2,1)"', '"[1,2147483647]"']),
  int8range: range('{n}', '{n + 1}', ['"[2,1)"']),
  numrange: range('{n}', '{n}.5', ['"[2,1)"', '"[NaN,)"', '"[1E+99,)"']),
  daterange: range(day('n'), day('n + 1'), ['"[2026-01-02,2026-01-01)"', '"(,9999-12-31]"']),
  tsrange: range(`${day('n')}T00:00:00`, `${day('n')}T12:30:00`, ['"[2026-01-01T00:00:00Z,)"']),
  tstzrange: range(`${day('n')}T00:00:00Z`, `${day('n')}T12:30:00Z`, [
    '"[2026-01-01T00:00:00,)"',
    '"(,0001-01-01T00:00:00+01:00)"',
  ]),
  tsvector: undefined,
  custom: undefined,
};

/** What tests know of a type; undefined where only its author knows which values it has. */
export const nativeSamples = (type: NativeType): Samples | undefined =>
  type.form === 'bit' ? bitSamples(type) : SAMPLES[type.form];

/** Numbers of as many bits as there is room for; of twenty of them at most the last ones differ. */
function bitSamples({ length, fixed }: NativeType): Samples {
  const bits = Math.min(length ?? 20, 20);
  const digits = `{n % ${2 ** bits}:0${fixed ? length : bits}b}`;
  const tooLong = length === undefined ? [] : [`"0" * ${length + 1}`];
  return { text: `f"${digits}"`, count: 2 ** bits, refused: ['"2"', ...tooLong] };
}

/** How many different samples there are. */
export const nativeCount = (type: NativeType): number => nativeSamples(type)?.count ?? MANY;
