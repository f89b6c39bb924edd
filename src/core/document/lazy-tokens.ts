import { endOfString, step } from './complexity.ts';
import type { TokenNode } from './tokens.ts';

/**
 * The tokens of a text that is known to be plain JSON. The children of an object or list are looked for when they are
 * asked for, because a diagnostic needs those on the way to its own place alone.
 */
export const lazyTokens = (text: string): TokenNode =>
  valueFrom(text, afterBlanks(text, 0), text.trimEnd().length);

const TYPES: Readonly<Record<string, string>> = { '{': 'object', '[': 'array' };

function valueFrom(text: string, offset: number, end: number): TokenNode {
  const type = TYPES[text.charAt(offset)];
  const length = end - offset;
  if (type === undefined) return { type: 'scalar', offset, length };
  let children: readonly TokenNode[] | undefined;
  return {
    type,
    offset,
    length,
    get children() {
      children ??= type === 'object' ? propertiesFrom(text, offset) : itemsFrom(text, offset);
      return children;
    },
  };
}

function itemsFrom(text: string, offset: number): readonly TokenNode[] {
  const items: TokenNode[] = [];
  for (let at = afterBlanks(text, offset + 1); text.charAt(at) !== ']'; ) {
    const end = endOfValue(text, at);
    items.push(valueFrom(text, at, end));
    at = afterComma(text, end);
  }
  return items;
}

function propertiesFrom(text: string, offset: number): readonly TokenNode[] {
  const properties: TokenNode[] = [];
  for (let at = afterBlanks(text, offset + 1); text.charAt(at) !== '}'; ) {
    const endOfKey = endOfString(text, at) + 1;
    const start = afterBlanks(text, afterBlanks(text, endOfKey) + 1);
    const end = endOfValue(text, start);
    const name: unknown = JSON.parse(text.slice(at, endOfKey));
    const key = { type: 'scalar', offset: at, length: endOfKey - at, value: name };
    properties.push({
      type: 'property',
      offset: at,
      length: end - at,
      children: [key, valueFrom(text, start, end)],
    });
    at = afterComma(text, end);
  }
  return properties;
}

const BLANK = 32;
const QUOTE = 34;

function afterBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) <= BLANK) at += 1;
  return at;
}

function afterComma(text: string, offset: number): number {
  const at = afterBlanks(text, offset);
  return text.charAt(at) === ',' ? afterBlanks(text, at + 1) : at;
}

/** The end of a number or word. */
const END = /[\s,\]}]|$/g;

function endOfValue(text: string, offset: number): number {
  const first = text.charAt(offset);
  if (first === '"') return endOfString(text, offset) + 1;
  if (first === '{' || first === '[') return endOfBrackets(text, offset);
  END.lastIndex = offset;
  return END.exec(text)?.index ?? text.length;
}

function endOfBrackets(text: string, offset: number): number {
  let depth = 0;
  let at = offset;
  do {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code > BLANK) depth += step(code);
    at += 1;
  } while (depth > 0);
  return at;
}
