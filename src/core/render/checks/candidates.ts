import type { Column } from '../../model/model.ts';
import { partsOfSql, type Sql } from '../../schema/sql-expression.ts';
import { pythonString } from '../literals.ts';
import { longest } from '../python/checks.ts';
import { literalOf } from '../python/defaults.ts';
import { sampleNumbers } from '../python/sample-numbers.ts';
import { plainText } from '../python/sample-text.ts';
import { countOfText } from '../python/sample-values.ts';
import { DAY } from './evaluate.ts';
import { formatted, plainSample, type Sample } from './sample.ts';

/** Samples of a column that some checks might accept, the plainest first. */
export function candidates(column: Column, checks: readonly Sql[]): readonly Sample[] {
  const literals = checks.flatMap(partsOfSql).flatMap((it) => (it.kind === 'literal' ? [it.value] : []));
  const plain = plainSample(column);
  // Tests of lists need three rows that differ; beyond that no sample is better than another.
  const others = ofType(column, literals).toSorted((a, b) => Math.min(b.count, 3) - Math.min(a.count, 3));
  return [...(plain === undefined ? [] : [plain]), ...others, ...leftOut(column)];
}

type Literals = readonly (string | number | boolean | null)[];

function ofType(column: Column, literals: Literals): readonly Sample[] {
  const { type } = column;
  const texts = literals.filter((it) => typeof it === 'string');
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return numbers(column, literals);
    case 'text':
      return textsOf(column, literals);
    case 'enum':
      return lists(
        type.members.map((it) => it.value),
        texts,
        (value) => `models.${literalOf(type, value)}`,
      );
    case 'boolean':
      return [true, false].map((it) => ({ text: it ? 'True' : 'False', count: 1, at: () => it }));
    case 'date':
      return [2100, 1970].map((year) => ({
        text: `dt.date(${year}, 1, 1) + dt.timedelta(days=n)`,
        count: MANY,
        at: (n) => ({ moment: 'date', at: Date.UTC(year, 0, 1) / DAY + n }),
      }));
    case 'datetime':
      return [2100, 1970].map((year) => ({
        text: `dt.datetime(${year}, 1, 1${type.timezone ? ', tzinfo=dt.UTC' : ''}) + dt.timedelta(minutes=n)`,
        count: MANY,
        at: (n) => ({ moment: 'datetime', at: Date.UTC(year, 0, 1) / 60_000 + n }),
      }));
    default:
      return [];
  }
}

const MANY = 1e6;

/** All values in turn, those that the checks mention in turn, then each alone. */
function lists(
  values: readonly string[],
  mentioned: readonly string[],
  write: (value: string) => string,
): readonly Sample[] {
  const known = values.filter((it) => mentioned.includes(it));
  const single = values.map((it) => [it]);
  return [known, ...single]
    .filter((it) => it.length > 0)
    .map((it) => ({
      text: it.length === 1 ? write(it[0] ?? '') : `[${it.map(write).join(', ')}][n % ${it.length}]`,
      count: it.length,
      at: (n) => it[n % it.length],
    }));
}

type Bounds = readonly [min: number | undefined, max: number | undefined];

/** Numbers between those that the checks mention, below and above them, and far above. */
function numbers(column: Column, literals: Literals): readonly Sample[] {
  const { type } = column;
  if (type.kind !== 'integer' && type.kind !== 'decimal' && type.kind !== 'float') return [];
  const unit = type.kind === 'integer' ? 1 : type.kind === 'decimal' ? 10 ** -(type.scale ?? 0) : 0.25;
  const cuts = [...new Set(literals.filter((it) => typeof it === 'number'))]
    .flatMap((it) => [it, -it])
    .toSorted((a, b) => a - b);
  const between = [undefined, ...cuts].flatMap((low, i): readonly Bounds[] => {
    const high = cuts[i];
    const inside: Bounds = [low === undefined ? low : low + unit, high === undefined ? high : high - unit];
    return [[low, high], inside];
  });
  const far = type.kind === 'integer' ? [type.bits === 16 ? 20_000 : 1_000_000] : [1_000_000, 1000, 5, 0.5];
  const ranges = [
    ...between,
    ...cuts.map((it): Bounds => [it, it]),
    ...far.map((it): Bounds => [it, undefined]),
  ];
  return ranges.flatMap((it) => inRange(column, it));
}

function inRange(column: Column, [low, high]: Bounds): readonly Sample[] {
  const { type, checks } = column;
  if (type.kind !== 'integer' && type.kind !== 'decimal' && type.kind !== 'float') return [];
  const min = Math.max(low ?? Number.NEGATIVE_INFINITY, checks.min ?? Number.NEGATIVE_INFINITY);
  const max = Math.min(high ?? Number.POSITIVE_INFINITY, checks.max ?? Number.POSITIVE_INFINITY);
  if (min > max) return [];
  const bounds = { min: Number.isFinite(min) ? min : undefined, max: Number.isFinite(max) ? max : undefined };
  const sample = sampleNumbers({ ...column, foreignKeys: [], checks: { ...checks, ...bounds } }, type);
  return sample.count >= 1 ? [sample] : [];
}

function textsOf(column: Column, literals: Literals): readonly Sample[] {
  const { pattern, format, minLength = 0 } = column.checks;
  if (pattern !== undefined || format !== undefined) return [];
  const max = longest(column) ?? 255;
  const fits = (it: string): boolean => [...it].length >= minLength && [...it].length <= max;
  const texts = [...new Set(literals.filter((it) => typeof it === 'string'))];
  const lengths = literals.filter((it) => typeof it === 'number').flatMap((it) => [it - 1, it, it + 1]);
  const made = [
    ...lengths.flatMap((it) => [
      plainText(column.name, { min: it, max }),
      plainText('', { min: minLength, max: it }),
    ]),
    `f"{n:0${Math.min(Math.max(6, minLength), max)}d}"`,
    ...texts.filter((it) => it.includes('%')).map((it) => `f${pythonString(likeSample(it))}`),
  ];
  return [
    ...lists(texts.filter(fits), texts, pythonString),
    ...made.flatMap((text): readonly Sample[] => {
      const first = formatted(text, 1);
      if (first === undefined || !fits(first)) return [];
      return [{ text, count: countOfText(text), at: (n) => formatted(text, n) }];
    }),
  ];
}

/** A text that a pattern of LIKE matches. */
const likeSample = (pattern: string): string =>
  pattern
    .replace(/[{}"\\]/g, '')
    .replace('%', '{n:06d}')
    .replaceAll('%', '')
    .replaceAll('_', '0');

/** A column that may be empty can be left out: it is NULL then, or has its default. */
function leftOut(column: Column): readonly Sample[] {
  if (!column.nullable && column.default === undefined) return [];
  if (column.serverDefault !== undefined) return [];
  const value = column.default === undefined ? null : column.default.value;
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  const isMoment = ['date', 'datetime', 'time', 'decimal'].includes(column.type.kind);
  if (!isPlain || (isMoment && value !== null && typeof value !== 'number')) return [];
  return [{ text: undefined, count: 1, at: () => value as string | number | boolean | null }];
}
