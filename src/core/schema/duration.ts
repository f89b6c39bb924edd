/** A length of time in microseconds. */
export type Microseconds = bigint;

const DIGITS = 6;
const SECOND = 10n ** BigInt(DIGITS);
const UNITS: Readonly<Record<string, bigint>> = {
  week: 604_800n,
  day: 86_400n,
  hour: 3600n,
  minute: 60n,
  second: 1n,
};

/** SQLite keeps an interval as the moment so long after 1970, which lies in the years 1 to 9999. */
const SHORTEST = BigInt(Date.UTC(1970, 0, 1) - Date.parse('0001-01-01T00:00:00Z')) * -1000n;
const LONGEST = BigInt(Date.parse('9999-12-31T23:59:59Z')) * 1000n + SECOND - 1n;

const ISO = /^(-)?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,6})?)S)?)?$/;

/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined for any other text, and for what
 * is too long for a database. Months and years have no length of their own.
 */
export function readDuration(text: string): Microseconds | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, sign, ...numbers] = found;
  const seconds = Object.values(UNITS);
  return total(
    numbers.map((it, i) => microseconds(it ?? '0', seconds[i] ?? 1n)),
    sign,
  );
}

const CLOCK = /^(-)?(\d+):(\d{2}):(\d{2}(?:\.\d{1,6})?)$/;
const PART = /^(-)?(\d+(?:\.\d{1,6})?) (week|day|hour|minute|second)s?$/;

/** Reads the plain forms of PostgreSQL's intervals: `1 day`, `2 hours 30 minutes`, `01:30:00` and ISO 8601. */
export function readInterval(text: string): Microseconds | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  const clock = CLOCK.exec(plain);
  if (clock === null) return readDuration(plain) ?? readParts(plain.toLowerCase());
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = clock;
  return total([microseconds(hours, 3600n), microseconds(minutes, 60n), microseconds(seconds, 1n)], sign);
}

function readParts(text: string): Microseconds | undefined {
  const parts = (text.match(/\S+ \S+/g) ?? []).map((it) => PART.exec(it));
  const isWhole = parts.length > 0 && text === parts.map((it) => it?.[0]).join(' ');
  if (!isWhole) return undefined;
  return total(
    parts.map((it) => {
      const length = microseconds(it?.[2] ?? '0', UNITS[it?.[3] ?? ''] ?? 1n);
      return it?.[1] === undefined ? length : -length;
    }),
  );
}

/** A number of so many seconds. */
function microseconds(number: string, seconds: bigint): Microseconds {
  const [whole = '0', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0')) * seconds;
}

function total(parts: readonly Microseconds[], sign?: string): Microseconds | undefined {
  const sum = parts.reduce((a, b) => a + b, 0n) * (sign === undefined ? 1n : -1n);
  return sum < SHORTEST || sum > LONGEST ? undefined : sum;
}

/** Days and seconds as Python and SQL take them; the seconds, with their fraction, have the sign of the whole. */
export function daysAndSeconds(length: Microseconds): { readonly days: string; readonly seconds: string } {
  const day = 86_400n * SECOND;
  return { days: String(length / day), seconds: decimal(length % day) };
}

function decimal(length: Microseconds): string {
  const size = length < 0n ? -length : length;
  const fraction = String(size % SECOND)
    .padStart(DIGITS, '0')
    .replace(/0+$/, '');
  return `${length < 0n ? '-' : ''}${size / SECOND}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The moment so long after 1970, as SQLAlchemy writes it for SQLite. */
export function sqliteInterval(length: Microseconds): string {
  const rest = ((length % SECOND) + SECOND) % SECOND;
  const second = new Date(Number((length - rest) / 1000n)).toISOString().slice(0, 19).replace('T', ' ');
  return `${second}.${String(rest).padStart(DIGITS, '0')}`;
}
