/** Largest compiled size that pydantic's engine takes, in kilobytes, with room for what is not counted here. */
const LARGEST = 9000;

/** Groups within groups that both engines take. */
const DEEPEST = 50;

/** Kilobytes that a part of a pattern needs when compiled, measured; the classes hold large Unicode tables. */
const SIZE: Readonly<Record<string, number>> = {
  '\\w': 52,
  '\\W': 48,
  '\\d': 6,
  '\\D': 14,
  '\\s': 1,
  '\\S': 3,
};
const SIZE_OF_CHARACTER = 0.2;
const SIZE_OF_NEGATION = 1.2;

/** How far a pattern was read; `fault` is set once, at the first thing that an engine refuses. */
type Reader = {
  readonly text: string;
  at: number;
  depth: number;
  fault: string | undefined;
  readonly names: Set<string>;
};

/**
 * Why a regular expression does not mean the same to pydantic (Rust's regex) and to Python's `re`, as the end of a
 * sentence; undefined when both take it. Only what both have is accepted, which is the usual syntax without
 * look-around and back-references.
 */
export function patternFault(pattern: string): string | undefined {
  const reader: Reader = { text: pattern, at: 0, depth: 0, fault: undefined, names: new Set() };
  if (!pattern.isWellFormed() || pattern.includes('\0')) return 'has a character that no text has';
  readFlags(reader);
  const size = readAlternatives(reader);
  if (reader.fault === undefined && reader.at < pattern.length) fail(reader, 'has a ")" too many');
  if (reader.fault === undefined && size > LARGEST) {
    return 'is too large when its repetitions are written out; use "max_length"';
  }
  return reader.fault;
}

function fail(reader: Reader, fault: string): number {
  reader.fault ??= fault;
  reader.at = reader.text.length;
  return 0;
}

/** Takes what matches at the place of the reader. */
function take(reader: Reader, token: RegExp): RegExpExecArray | undefined {
  token.lastIndex = reader.at;
  const found = token.exec(reader.text);
  if (found === null) return undefined;
  reader.at = token.lastIndex;
  return found;
}

/** Python allows flags for the whole pattern only at its start. */
const readFlags = (reader: Reader): unknown => take(reader, /\(\?[ims]+\)/y);

/** Reads up to a closing parenthesis or the end; this and the next ones return the compiled size. */
function readAlternatives(reader: Reader): number {
  let size = 0;
  while (reader.at < reader.text.length && reader.text[reader.at] !== ')') {
    if (take(reader, /\|/y) === undefined) size += readPiece(reader);
  }
  return size + SIZE_OF_CHARACTER;
}

/** Reads one atom with its quantifier. */
function readPiece(reader: Reader): number {
  const isAnchor = take(reader, /[\^$]|\\[AbB]/y) !== undefined;
  const size = isAnchor ? 0 : readAtom(reader);
  const quantifier = take(reader, /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y);
  if (quantifier === undefined) return size;
  if (isAnchor) return fail(reader, 'repeats a place instead of a character');
  take(reader, /\?/y);
  if (take(reader, /[*+?]|\{\d/y) !== undefined) return fail(reader, 'has two quantifiers in a row');
  return size * repeatsOf(reader, quantifier);
}

function repeatsOf(reader: Reader, [, least, comma, most]: RegExpExecArray): number {
  if (least === undefined) return 1;
  const upper = comma === undefined ? Number(least) : Number(most === '' ? Number(least) + 1 : most);
  if (upper < Number(least)) return fail(reader, 'has a quantifier whose bounds are the wrong way round');
  return Math.max(1, upper);
}

function readAtom(reader: Reader): number {
  const char = reader.text[reader.at] ?? '';
  if (char === '(') return readGroup(reader);
  if (char === '[') return readClass(reader);
  if (char === '\\') return readEscape(reader);
  if (/[*+?]/.test(char)) return fail(reader, `has a "${char}" with nothing to repeat`);
  if (char === '{') return fail(reader, 'has a "{" that needs a backslash in front');
  take(reader, /./suy);
  return char === '.' ? SIZE_OF_NEGATION : SIZE_OF_CHARACTER;
}

function readGroup(reader: Reader): number {
  const opening = take(reader, /\((?:\?(?:P<([A-Za-z_]\w*)>|[ims]*(?:-[ims]+)?:))?/y);
  if (opening === undefined || reader.text[reader.at] === '?') return fail(reader, groupFault(reader));
  const [, name] = opening;
  if (name !== undefined && reader.names.has(name)) return fail(reader, `names two groups "${name}"`);
  if (name !== undefined) reader.names.add(name);
  reader.depth += 1;
  if (reader.depth > DEEPEST) return fail(reader, 'has groups within groups too deeply');
  const size = readAlternatives(reader);
  reader.depth -= 1;
  if (reader.fault === undefined && take(reader, /\)/y) === undefined) return fail(reader, 'lacks a ")"');
  return size;
}

function groupFault(reader: Reader): string {
  const kind = /^\(?\?(<?[=!]|P=|P>|>|\(|#|<)/.exec(reader.text.slice(Math.max(0, reader.at - 1)))?.[1];
  if (kind !== undefined && /[=!]$/.test(kind) && kind !== 'P=')
    return 'has look-around, which pydantic does not support';
  if (kind === 'P=') return 'has a back-reference, which pydantic does not support';
  if (kind === '<') return 'names a group without "P"; write "(?P<name>…)"';
  return 'has a kind of group that pydantic or Python do not support';
}

/** Escapes that mean the same to both engines. */
const ESCAPE = /\\(?:[dDsSwW]|[nrtfva]|x[0-9A-Fa-f]{2}|u(?!d[89a-f])[0-9A-Fa-f]{4}|[ -/:;=?@[-`{-~])/iy;
const EXACT_ESCAPE = /^\\(?:[dDsSwWnrtfva]|x|u|[^A-Za-z0-9])/;

function readEscape(reader: Reader): number {
  const rest = reader.text.slice(reader.at, reader.at + 2);
  if (/^\\[1-9]/.test(rest) || rest === '\\k') {
    return fail(reader, 'has a back-reference, which pydantic does not support');
  }
  if (!EXACT_ESCAPE.test(rest) || take(reader, ESCAPE) === undefined) {
    return fail(reader, `has the escape "${rest}", which pydantic and Python do not both know`);
  }
  return SIZE[rest] ?? SIZE_OF_CHARACTER;
}

const CLASS_ESCAPE = /^\\[dDsSwW]/;

/** Reads a class in brackets without Rust's nested classes and set operations. */
function readClass(reader: Reader): number {
  const start = reader.at;
  take(reader, /\[\^?\]?/y);
  let previous: string | undefined;
  while (take(reader, /\]/y) === undefined) {
    if (reader.at >= reader.text.length) return fail(reader, 'lacks a "]"');
    if (previous !== undefined && take(reader, /-(?!\])/y) !== undefined) {
      readRange(reader, previous);
      previous = undefined;
    } else previous = readMember(reader);
  }
  return sizeOfClass(reader.text.slice(start, reader.at));
}

function sizeOfClass(text: string): number {
  const members = text.match(/\\?./gsu) ?? [];
  const start = text.startsWith('[^') ? SIZE_OF_NEGATION : 0;
  return members.reduce((size, it) => size + (SIZE[it] ?? SIZE_OF_CHARACTER), start);
}

function readRange(reader: Reader, from: string): void {
  const to = readMember(reader);
  if (to === undefined || CLASS_ESCAPE.test(from) || CLASS_ESCAPE.test(to)) {
    fail(reader, 'has a range in brackets with a bound that is no character');
  } else if (codeOf(from) > codeOf(to)) fail(reader, 'has a range in brackets that is the wrong way round');
}

/** One character or escape in brackets. */
function readMember(reader: Reader): string | undefined {
  const start = reader.at;
  if (reader.text[start] === '[' || /^(--|&&|~~|\|\|)/.test(reader.text.slice(start, start + 2))) {
    fail(reader, 'has "[" or a doubled "-", "&", "~" or "|" in brackets, which needs a backslash in front');
    return undefined;
  }
  if (reader.text[start] === '\\') readEscape(reader);
  else take(reader, /./suy);
  return reader.fault === undefined ? reader.text.slice(start, reader.at) : undefined;
}

function codeOf(member: string): number {
  const code = /^\\[xu]([0-9A-Fa-f]+)$/.exec(member)?.[1];
  if (code !== undefined) return Number.parseInt(code, 16);
  return (member.startsWith('\\') ? member.slice(1) : member).codePointAt(0) ?? 0;
}
