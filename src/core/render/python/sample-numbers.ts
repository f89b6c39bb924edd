import type { ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';

/** Sample numbers of a column: an expression over `n`, how many different values it has, and what it comes to. */
export type SampleNumbers = {
  readonly text: string;
  readonly count: number;
  readonly at: (n: number) => number;
};

type Range = { readonly min?: number | undefined; readonly max?: number | undefined };
type Kind = 'integer' | 'decimal' | 'float';
type NumberType = Extract<ColumnType, { kind: Kind }>;

/** The sample numbers of a column with numbers; what a reference holds is not bound by its own checks. */
export function sampleNumbers(column: Column, type: NumberType): SampleNumbers {
  const range = isReference(column) ? {} : column.checks;
  if (type.kind === 'integer') return integers(range, type.bits);
  if (type.kind === 'float') return floats(range);
  return type.precision === undefined
    ? quarters(range, 'Decimal')
    : decimals(range, type.precision, type.scale);
}

/** So many values that no test runs out of them. */
const MANY = 1_000_000;
/** Below this many values a range that allows it starts under zero. */
const FEW = 20;

/** Numbers `low`, `low + 1` and so on. */
type Steps = { readonly low: number; readonly count: number };

/** The multiples of a unit in a range, near zero where it has them; the range is given in units. */
function stepsIn(bottom: number, top: number): Steps {
  const low = bottom > 0 ? bottom : Math.max(bottom, Math.min(0, top - FEW));
  return { low, count: Math.min(top - low + 1, MANY) };
}

/** What the type itself holds. */
type Holds = { readonly least: number; readonly most: number };

const upTo = (most: number): Holds => ({ least: -most, most });

function inUnits({ min, max }: Range, unit: number, { least, most }: Holds): Steps {
  const bottom = Math.ceil((min ?? least) / unit - 1e-9);
  const top = Math.floor((max ?? most) / unit + 1e-9);
  return stepsIn(Math.max(bottom, least / unit), Math.min(top, most / unit));
}

function stepText({ low, count }: Steps): string {
  if (count === 1) return String(low);
  const step = count >= MANY ? 'n' : `n % ${count}`;
  return low === 0 ? step : `${low} + ${step}`;
}

const stepAt = ({ low, count }: Steps, n: number): number => low + (count >= MANY ? n : n % count);

function integers(range: Range, bits: number): SampleNumbers {
  const steps = inUnits(range, 1, { least: -(2 ** (bits - 1)), most: 2 ** (bits - 1) - 1 });
  const isFree = range.min === undefined && range.max === undefined;
  return isFree
    ? { text: 'n', count: MANY, at: (n) => n }
    : { text: stepText(steps), count: steps.count, at: (n) => stepAt(steps, n) };
}

/** Four digits are enough to tell rows apart. */
const DIGITS = 4;

function decimals(range: Range, precision: number, scale = 0): SampleNumbers {
  const unit = 10 ** -scale;
  const { low, count } = inUnits(range, unit, upTo(10 ** (precision - scale) - unit));
  const steps = { low, count: Math.max(1, Math.min(count, 10 ** Math.min(precision, DIGITS))) };
  const number = `Decimal(${stepText(steps)})`;
  const text = scale === 0 ? number : `${number}.scaleb(-${scale})`;
  return { text, count: steps.count, at: (n) => Number((stepAt(steps, n) * unit).toFixed(scale)) };
}

/** Halves and quarters are the same in every size of float, as are parts of 1024. */
const floats = (range: Range): SampleNumbers => quarters(range, '');

const LARGEST = 2 ** 40;

function quarters(range: Range, wrapper: '' | 'Decimal'): SampleNumbers {
  const parts =
    (range.max ?? Number.POSITIVE_INFINITY) - (range.min ?? Number.NEGATIVE_INFINITY) < FEW / 4 ? 1024 : 4;
  const steps = inUnits(range, 1 / parts, upTo(LARGEST));
  if (steps.count >= 1)
    return {
      text: `${wrapped(stepText(steps), wrapper)} / ${parts}`,
      count: steps.count,
      at: (n) => stepAt(steps, n) / parts,
    };
  const only = range.min ?? range.max ?? 0;
  return { text: wrapper === '' ? String(only) : `Decimal("${only}")`, count: 1, at: () => only };
}

function wrapped(text: string, wrapper: '' | 'Decimal'): string {
  if (wrapper !== '') return `${wrapper}(${text})`;
  return text === 'n' || /^(n % )?-?\d+$/.test(text) ? text : `(${text})`;
}
