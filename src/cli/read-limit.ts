import { bytesText, failure, LIMITS, type LimitName, type Result, success } from '../core/index.ts';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1000,
  mb: 1_000_000,
  gb: 1_000_000_000,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** Reads a limit, such as `5000` or, of bytes, `10MB`; the failure is the end of a sentence. */
export function readLimit(name: LimitName, text: string): Result<number, string> {
  const { most } = LIMITS[name];
  const found = name === 'size' ? bytesOf(text) : countOf(text);
  if (found !== undefined && found >= 1 && found <= most) return success(found);
  const what = name === 'size' ? 'a size such as 10MB' : 'a whole number above 0';
  return failure(`is ${what}, at most ${name === 'size' ? bytesText(most) : most}, not "${text}"`);
}

const countOf = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

function bytesOf(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit.toLowerCase()) ? UNITS[unit.toLowerCase()] : undefined;
  return number === undefined || factor === undefined ? undefined : Math.floor(Number(number) * factor);
}
