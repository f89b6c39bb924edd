const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const COLON = 58;
const COMMA = 44;
const BLANK = 32;

const isOpen = (code: number): boolean => code === 91 || code === 123;
const isClose = (code: number): boolean => code === 93 || code === 125;
const isMark = (code: number): boolean => isOpen(code) || code === COMMA || code === COLON;

/** How deep brackets nest, and how many commas, colons and opening brackets there are. */
type Complexity = { readonly depth: number; readonly marks: number };

/**
 * Measures a text before it is parsed, outside of strings and comments; one pass, without recursion, that ends when
 * either number is over its limit. Of the marks, the colons are told: there is one for each property.
 */
export function measure(text: string, limit: Complexity): Complexity & { readonly colons: number } {
  let depth = 0;
  let deepest = 0;
  let marks = 0;
  let colons = 0;
  for (let i = 0; i < text.length && deepest <= limit.depth && marks <= limit.marks; i += 1) {
    const code = text.charCodeAt(i);
    // Most characters are blanks or in strings.
    if (code <= BLANK) continue;
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === SLASH) i = endOfComment(text, i);
    else depth = Math.max(0, depth + step(code));
    if (isMark(code)) marks += 1;
    colons += Number(code === COLON);
    deepest = Math.max(deepest, depth);
  }
  return { depth: deepest, marks, colons };
}

/** What a character adds to the depth of brackets. */
export function step(code: number): number {
  if (isOpen(code)) return 1;
  return isClose(code) ? -1 : 0;
}

/** The place of the quote that ends a string, or of the line's end before it. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === QUOTE || code === 10) return i;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const opening = text.slice(start, start + 2);
  if (opening !== '/*' && opening !== '//') return start;
  const end = opening === '/*' ? text.indexOf('*/', start + 2) : text.indexOf('\n', start);
  if (end < 0) return text.length;
  return opening === '/*' ? end + 1 : end;
}
