import { pythonString } from '../literals.ts';
import type { Room } from './sample-text.ts';

/** Every character that a sample may have: printable ASCII. */
const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const DIGITS = '0123456789';

/** The characters that stand at one place of a sample, the first being the one to take. */
type Place = readonly string[];

/**
 * An f-string that matches a regular expression and has the number `n` of the row where the expression allows
 * digits or letters; undefined for expressions beyond literals, classes, groups, choices and repetitions.
 */
export function patternSample(pattern: string, room: Room): string | undefined {
  const places = readPattern(pattern, room);
  if (places === undefined || places.length > room.max || places.length < room.min) return undefined;
  const varied = placeOfNumber(places);
  const text = places.map((it) => it[0] ?? '').join('');
  if (!matches(pattern, text)) return undefined;
  return varied === undefined ? pythonString(text) : withNumber(text, varied);
}

/** JavaScript refuses some needless escapes when it reads Unicode properly, so that comes first but not last. */
function matches(pattern: string, text: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(pattern, flags).test(text);
    } catch {
      return false;
    }
  });
}

type Varied = { readonly at: number; readonly length: number; readonly first: string };

function placeOfNumber(places: readonly Place[]): Varied | undefined {
  return (
    longestRun(places, DIGITS, '0') ??
    longestRun(places, 'abcdefghijklmnopqrstuvwxyz', 'a') ??
    longestRun(places, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'A')
  );
}

/** The longest run of places where every one of some characters may stand. */
function longestRun(places: readonly Place[], characters: string, first: string): Varied | undefined {
  const fits = places.map((it) => Array.from(characters).every((one) => it.includes(one)));
  let best: Varied | undefined;
  let length = 0;
  for (const [at, fit] of fits.entries()) {
    length = fit ? length + 1 : 0;
    if (length > (best?.length ?? 0)) best = { at: at - length + 1, length, first };
  }
  return best;
}

/** Puts the number of the row into a text as digits, or as letters that count like digits. */
function withNumber(text: string, { at, length, first }: Varied): string {
  const width = Math.min(length, 6);
  const start = at + length - width;
  const number =
    first === '0'
      ? `{n % ${10 ** width}:0${width}d}`
      : Array.from({ length: Math.min(width, 3) }, (_, i) => letter(Math.min(width, 3) - 1 - i, first)).join(
          '',
        );
  const used = first === '0' ? width : Math.min(width, 3);
  const head = inFString(text.slice(0, start + width - used));
  return `f"${head}${number}${inFString(text.slice(start + width))}"`;
}

const letter = (power: number, first: string): string =>
  `{chr(${first.charCodeAt(0)} + n${power === 0 ? '' : ` // ${26 ** power}`} % 26)}`;

const inFString = (text: string): string =>
  text.replace(/[\\"]/g, (it) => `\\${it}`).replace(/[{}]/g, (it) => it + it);

type Reader = { readonly pattern: string; at: number };

function readPattern(pattern: string, room: Room): readonly Place[] | undefined {
  const reader: Reader = { pattern, at: 0 };
  const shortest = readChoices(reader, 0);
  if (shortest === undefined || reader.at < pattern.length) return undefined;
  const missing = Math.min(Math.max(room.min, Math.min(6, room.max)) - shortest.length, MOST_REPEATS);
  if (missing <= 0) return shortest;
  const longer = readChoices({ pattern, at: 0 }, missing);
  return longer !== undefined && longer.length <= room.max ? longer : shortest;
}

const MOST_REPEATS = 300;

/** Reads alternatives and keeps the first. */
function readChoices(reader: Reader, extra: number): readonly Place[] | undefined {
  let first: readonly Place[] | undefined;
  for (;;) {
    const one = readSequence(reader, extra);
    if (one === undefined) return undefined;
    first ??= one;
    if (reader.pattern[reader.at] !== '|') return first;
    reader.at += 1;
  }
}

function readSequence(reader: Reader, extra: number): readonly Place[] | undefined {
  const places: Place[] = [];
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const atom = readAtom(reader, extra);
    if (atom === undefined) return undefined;
    const times = readTimes(reader, extra);
    if (times === undefined) return undefined;
    for (let i = 0; i < times; i += 1) places.push(...atom);
  }
  return places;
}

const ANCHORS = /^(\^|\$|\\A|\\z|\\b)/;

function readAtom(reader: Reader, extra: number): readonly Place[] | undefined {
  const rest = reader.pattern.slice(reader.at);
  const anchor = ANCHORS.exec(rest)?.[0];
  if (anchor !== undefined) return advance(reader, anchor.length, []);
  if (rest.startsWith('(')) return readGroup(reader, extra);
  if (rest.startsWith('[')) return readClass(reader);
  if (rest.startsWith('\\')) return advance(reader, 2, placesOf(escapeClass(rest[1] ?? '')));
  if (rest.startsWith('.')) return advance(reader, 1, [preferred(ALPHABET)]);
  return '*+?{'.includes(rest[0] ?? '') ? undefined : advance(reader, 1, [[rest[0] ?? '']]);
}

function advance<T>(reader: Reader, length: number, value: T): T {
  reader.at += length;
  return value;
}

const placesOf = (found: Place | undefined): readonly Place[] | undefined =>
  found === undefined ? undefined : [preferred(found)];

function readGroup(reader: Reader, extra: number): readonly Place[] | undefined {
  const opening = /^\((\?:|\?P?<\w+>)?(?!\?)/.exec(reader.pattern.slice(reader.at))?.[0];
  if (opening === undefined) return undefined;
  reader.at += opening.length;
  const inside = readChoices(reader, extra);
  if (inside === undefined || reader.pattern[reader.at] !== ')') return undefined;
  return advance(reader, 1, inside);
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  D: /[^0-9]/,
  w: /[A-Za-z0-9_]/,
  W: /[^A-Za-z0-9_]/,
  s: / /,
  S: /[^ ]/,
};

/** The characters of `\d` and its like; a character that is only escaped is itself. */
function escapeClass(name: string): Place | undefined {
  const known = CLASSES[name];
  if (known !== undefined) return ALPHABET.filter((it) => known.test(it));
  return /[A-Za-z0-9]/.test(name) || name === '' ? undefined : [name];
}

/** Reads `[a-z]`; JavaScript says which characters are in it. */
function readClass(reader: Reader): readonly Place[] | undefined {
  const text = /^\[\^?\]?(\\.|[^\]\\[])*\]/.exec(reader.pattern.slice(reader.at))?.[0];
  if (text === undefined) return undefined;
  try {
    const test = new RegExp(text, 'u');
    const found = ALPHABET.filter((it) => test.test(it));
    return found.length === 0 ? undefined : advance(reader, text.length, [preferred(found)]);
  } catch {
    return undefined;
  }
}

/** The same characters with a digit or letter first, which no quoting or escaping can spoil. */
function preferred(found: Place): Place {
  const best = found.find((it) => /[0-9]/.test(it)) ?? found.find((it) => /[a-z]/i.test(it));
  return best === undefined ? found : [best, ...found];
}

const TIMES = /^(\*|\+|\?|\{(\d+)(,(\d*))?\})\??/;

/** Reads how often an atom stands, with some more where the expression leaves that open. */
function readTimes(reader: Reader, extra: number): number | undefined {
  const found = TIMES.exec(reader.pattern.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  const [, sign = '', least, comma, most] = found;
  if (sign === '?') return 0;
  const low = sign === '+' ? 1 : Number(least ?? 0);
  const high = least !== undefined && comma === undefined ? low : Number(most || MOST_REPEATS);
  return high > MOST_REPEATS * 2 ? undefined : Math.min(high, low + extra);
}
