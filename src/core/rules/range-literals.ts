/** How the bounds of a range over one column type are written, in the one form that Python writes. */
type Bounds = {
  readonly example: string;
  readonly isBound: (text: string) => boolean;
  /** Below zero when the first comes first. */
  readonly compare: (a: string, b: string) => number;
  /** Whether values follow each other, so that a range has one form: `[1,10)`. */
  readonly isDiscrete: boolean;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const whole = (bits: bigint): Bounds => ({
  example: '[1,10)',
  isBound: (it) => /^(0|-?[1-9]\d{0,18})$/.test(it) && BigInt.asIntN(Number(bits), BigInt(it)) === BigInt(it),
  compare: (a, b) => (BigInt(a) < BigInt(b) ? -1 : a === b ? 0 : 1),
  isDiscrete: true,
});

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00`) && !text.startsWith('0000');

/** Whether the parts of a moment are in their ranges: a day too many would be another day. */
function isInstant(text: string): boolean {
  const found = new Date(`${text}Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text);
}

const moment = (zone: '' | 'Z'): Bounds => ({
  example: `[2026-01-01T00:00:00${zone},2026-02-01T00:00:00${zone})`,
  isBound: (it) => {
    const local = it.slice(0, 19);
    return it === local + zone && isDay(local.slice(0, 10)) && local[10] === 'T' && isInstant(local);
  },
  compare: byText,
  isDiscrete: false,
});

const BOUNDS: Readonly<Record<string, Bounds>> = {
  Integer: whole(32n),
  BigInteger: whole(64n),
  Numeric: {
    example: '[0.5,10)',
    isBound: (it) => /^-?(0|[1-9]\d{0,14})(\.\d{0,9}[1-9])?$/.test(it) && it !== '-0',
    compare: (a, b) => Number(a) - Number(b),
    isDiscrete: false,
  },
  Date: { example: '[2026-01-01,2026-02-01)', isBound: isDay, compare: byText, isDiscrete: true },
  DateTime: moment(''),
  aware: moment('Z'),
};

const RANGE = /^([[(])([^,]*),([^,]*)([\])])$/;

/** Why a text is no default of a range over a column type, in the form that the API writes; undefined when it is one. */
export function rangeMisfit(value: string, subtype: string, timezone: boolean): string | undefined {
  const bounds = BOUNDS[subtype === 'DateTime' && timezone ? 'aware' : subtype];
  if (bounds === undefined || value === 'empty') return undefined;
  const [, opening = '', lower = '', upper = '', closing = ''] = RANGE.exec(value) ?? [];
  if (!isInForm(bounds, [lower, upper], opening + closing)) {
    return `must be a range like "${bounds.example}", a bound that is left out with a round bracket`;
  }
  const order = lower === '' || upper === '' ? -1 : bounds.compare(lower, upper);
  const last = opening + closing === '[]' ? 0 : -1;
  return order > last ? 'must end after it starts; no value at all is "empty"' : undefined;
}

/** Whether bounds and brackets are the only ones for a range. */
function isInForm(bounds: Bounds, [lower, upper]: readonly [string, string], brackets: string): boolean {
  const isWritten = [lower, upper].every((it) => it === '' || bounds.isBound(it));
  const inclusive = bounds.isDiscrete ? '[)' : brackets;
  const form = (lower === '' ? '(' : inclusive[0]) + (upper === '' ? ')' : (inclusive[1] ?? ''));
  return isWritten && brackets === form;
}
