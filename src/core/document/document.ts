import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic, Part } from '../shared/diagnostic.ts';
import type { Pointer } from '../shared/pointer.ts';
import { lineStarts, positionAt, type Range } from '../shared/text.ts';
import { measure } from './complexity.ts';
import { findDamage } from './damage.ts';
import type { Json, JsonObject } from './json.ts';
import { bytesText, exceedsSize, howToRaise, type Limits, MAX_DEPTH, MAX_MARKS } from './limits.ts';

/** A schema file as read: as much of its value as could be understood, and what was wrong with the text. */
export type ParsedDocument = {
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The range of the token that a pointer names; of its nearest existing ancestor when it is absent. */
  readonly rangeOf: (at: Pointer, part: Part) => Range;
  /** Whether the text is so broken there that what was read may not be what is meant. */
  readonly isDamaged: (at: Pointer, part: Part) => boolean;
  /** Whether any table is. */
  readonly hasDamagedTables: boolean;
};

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not a JSON value; text needs double quotes',
  InvalidNumberFormat: 'this number is not valid JSON',
  PropertyNameExpected: 'a property name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'nothing may follow the end of the schema',
  UnexpectedEndOfString: 'this text has no closing quote',
  UnexpectedEndOfComment: 'this comment is not closed',
  UnexpectedEndOfNumber: 'this number is not complete',
};

/**
 * Reads JSON with comments and trailing commas, tolerating every mistake.
 *
 * Never throws; text over a limit gives one diagnostic (BB004) and no value.
 */
export function parseDocument(text: string, limits: Limits): ParsedDocument {
  if (exceedsSize(text, limits.size)) return refused(tooLarge(limits));
  const { depth, marks } = measure(text, { depth: MAX_DEPTH, marks: MAX_MARKS });
  if (depth > MAX_DEPTH)
    return refused(problem('BB004', `the file is nested deeper than ${MAX_DEPTH} levels`, START));
  if (marks > MAX_MARKS)
    return refused(problem('BB004', `the file has more than ${MAX_MARKS} properties and items`, START));
  if (text.trim() === '')
    return refused(problem('BB001', 'the file is empty; a schema starts with "{"', START));
  const starts = lineStarts(text);
  return readTree(text, (offset, length) => {
    const start = Math.min(Math.max(offset, 0), text.length);
    const end = Math.min(start + Math.max(length, 0), text.length);
    return { start: positionAt(starts, start), end: positionAt(starts, end) };
  });
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What is said of a file over the limit of bytes (BB004); a shell that knows its size need not read it. */
export function tooLarge({ size }: Limits): Diagnostic {
  return problem(
    'BB004',
    `the file is larger than ${bytesText(size)}, the limit; ${howToRaise('size')}`,
    START,
  );
}

const refused = (diagnostic: Diagnostic): ParsedDocument => ({
  value: undefined,
  diagnostics: [diagnostic],
  rangeOf: () => START,
  isDamaged: () => false,
  hasDamagedTables: false,
});

function readTree(text: string, range: (offset: number, length: number) => Range): ParsedDocument {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const damage = findDamage(tree, errors);
  const duplicates: Node[] = [];
  const value = tree === undefined ? undefined : toValue(tree, duplicates);
  return {
    value,
    diagnostics: [
      ...errors
        .slice(0, MOST_ERRORS)
        .map((it) =>
          problem(
            'BB001',
            WORDS[printParseErrorCode(it.error)] ?? 'not valid JSON',
            range(it.offset, it.length),
          ),
        ),
      ...duplicates
        .filter((it) => !damage.covers(it.offset))
        .map((it) =>
          problem(
            'BB002',
            `the property "${String(it.value)}" is written twice`,
            range(it.offset, it.length),
          ),
        ),
    ],
    rangeOf: (at, part) => {
      const token = tokenOf(tree, at, part);
      return range(token?.offset ?? 0, token?.length ?? 1);
    },
    isDamaged: (at, part) => damage.covers(tokenOf(tree, at, part)?.offset ?? 0),
    hasDamagedTables: damage.ofTables,
  };
}

/** An editor shows no more diagnostics of one file than this. */
const MOST_ERRORS = 1000;

function problem(code: string, message: string, range: Range): Diagnostic {
  return { code, severity: 'error', message, range, related: [] };
}

function toValue(node: Node, duplicates: Node[]): Json | undefined {
  if (node.type === 'array') return (node.children ?? []).map((it) => toValue(it, duplicates) ?? null);
  if (node.type === 'object') return toObject(node, duplicates);
  return node.value as Json;
}

function toObject(node: Node, duplicates: Node[]): JsonObject {
  const result: Record<string, Json | undefined> = Object.create(null) as Record<string, Json | undefined>;
  for (const property of node.children ?? []) {
    const [key, child] = property.children ?? [];
    if (key === undefined) continue;
    const name = String(key.value);
    if (name in result) duplicates.push(key);
    result[name] = child === undefined ? undefined : toValue(child, duplicates);
  }
  return result;
}

type Token = { readonly offset: number; readonly length: number };

function tokenOf(tree: Node | undefined, at: Pointer, part: Part): Token | undefined {
  let node = tree;
  let key: Node | undefined;
  for (const [depth, segment] of at.entries()) {
    const found = node === undefined ? undefined : childOf(node, segment);
    if (found === undefined) return shorten(node, key);
    key = found.key;
    node = found.value ?? found.key;
    if (depth === at.length - 1 && part === 'key' && key !== undefined) return key;
  }
  return shorten(node, key);
}

/** Points at a name or a bracket rather than at a whole object, so that a squiggle stays on one token. */
function shorten(node: Node | undefined, key: Node | undefined): Token | undefined {
  if (node === undefined) return undefined;
  if (node.type !== 'object' && node.type !== 'array') return node;
  return key ?? { offset: node.offset, length: 1 };
}

function childOf(node: Node, segment: string | number): { key?: Node; value?: Node } | undefined {
  if (typeof segment === 'number') {
    const value = node.type === 'array' ? node.children?.[segment] : undefined;
    return value === undefined ? undefined : { value };
  }
  if (node.type !== 'object') return undefined;
  const property = node.children?.findLast((it) => it.children?.[0]?.value === segment);
  const [key, value] = property?.children ?? [];
  if (key === undefined) return undefined;
  return value === undefined ? { key } : { key, value };
}
