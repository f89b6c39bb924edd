import type { Json } from '../document/json.ts';
import { type ColumnView, number, text } from '../schema/view.ts';
import { rangeMisfit } from './range-literals.ts';

/** Why a value is no default of a type that is text in Python, in the one form that the API writes. */
export function nativeMisfit(value: Json, column: ColumnView): string | undefined {
  if (typeof value !== 'string') return 'must be a text in quotes';
  if (value.includes('\0') || !value.isWellFormed()) return 'has a character that databases do not store';
  return MISFITS[column.type ?? '']?.(value, column);
}

type Misfit = (value: string, column: ColumnView) => string | undefined;

const BY_SQL = 'must be written as "server_default"';

const MISFITS: Readonly<Record<string, Misfit>> = {
  INET: (value) => addressMisfit(value, false),
  CIDR: (value) => addressMisfit(value, true),
  MACADDR: (value) =>
    /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(value) ? undefined : 'must be like "08:00:2b:01:02:03"',
  LTree: (value) =>
    /^\w{1,255}(\.\w{1,255})*$/.test(value) ? undefined : 'must be labels with dots between, like "top.left"',
  Bit: bitMisfit,
  Range: (value, { raw }) => rangeMisfit(value, text(raw.subtype) ?? 'Integer', raw.timezone === true),
  XML: () => BY_SQL,
  TSVector: () => BY_SQL,
};

function bitMisfit(value: string, { raw }: ColumnView): string | undefined {
  if (!/^[01]*$/.test(value)) return 'must have only zeros and ones';
  if (raw.varying === true) {
    const most = number(raw.length) ?? Number.POSITIVE_INFINITY;
    return value.length > most ? `must have at most ${most} zeros and ones` : undefined;
  }
  const length = number(raw.length) ?? 1;
  return value.length === length ? undefined : `must have exactly ${length} zeros and ones`;
}

/** Addresses in the form that Python and PostgreSQL write, with a length of the prefix where it says something. */
function addressMisfit(value: string, isNetwork: boolean): string | undefined {
  const [address = '', prefix, ...rest] = value.split('/');
  const bytes = bytesOf(address);
  const what = isNetwork ? 'a network like "10.0.0.0/8"' : 'an address like "10.0.0.1"';
  const most = (bytes?.length ?? 0) * 8;
  if (bytes === undefined || rest.length > 0 || !isPrefix(prefix, most))
    return `must be ${what}, in its shortest form`;
  if (!isNetwork) return prefix === String(most) ? `must leave out "/${most}"` : undefined;
  if (prefix === undefined) return `must be ${what}`;
  const bits = bytes.map((it) => it.toString(2).padStart(8, '0')).join('');
  return bits.slice(Number(prefix)).includes('1') ? `has ones after the first ${prefix} bits` : undefined;
}

const isPrefix = (prefix: string | undefined, most: number): boolean =>
  prefix === undefined || (/^(0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most);

/** The bytes of an IPv4 address, or of an IPv6 address in the form of RFC 5952. */
function bytesOf(address: string): readonly number[] | undefined {
  if (/^(\d{1,3})(\.\d{1,3}){3}$/.test(address)) {
    const bytes = address.split('.').map(Number);
    return bytes.every((it) => it < 256) && bytes.join('.') === address ? bytes : undefined;
  }
  const words = wordsOf(address);
  return words !== undefined && shortest(words) === address
    ? words.flatMap((it) => [it >> 8, it & 0xff])
    : undefined;
}

function wordsOf(address: string): readonly number[] | undefined {
  if (!/^[0-9a-f:]+$/.test(address)) return undefined;
  const [head = '', tail, ...rest] = address.split('::');
  const read = (part: string): readonly number[] =>
    part === '' ? [] : part.split(':').map((it) => parseInt(it, 16));
  const [before, after] = [read(head), read(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (rest.length > 0 || missing < 0 || (tail === undefined && missing > 0)) return undefined;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

/** Eight words as text, the first of the longest runs of zeros as `::`. */
function shortest(words: readonly number[]): string {
  const all = words.map((it) => it.toString(16)).join(':');
  const runs = [...all.matchAll(/\b0(:0)+\b/g)];
  const longest = runs.reduce((a, b) => (b[0].length > a.length ? b[0] : a), '');
  if (longest === '') return all;
  const at = runs.find(([it]) => it === longest)?.index ?? 0;
  const [before, after] = [all.slice(0, at), all.slice(at + longest.length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}
