const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const OPEN = new Set([91, 123]);
const CLOSE = new Set([93, 125]);
const SEPARATORS = new Set([44, 58]);

/** How deep brackets nest, and how many commas, colons and opening brackets there are. */
type Complexity = { readonly depth: number; readonly marks: number };

/**
 * Measures a text before it is parsed, outside of strings and comments; one pass, without recursion, that ends when
 * either number is over its limit.
 */
export function measure(text: string, limit: Complexity): Complexity {
  let depth = 0;
  let deepest = 0;
  let marks = 0;
  for (let i = 0; i < text.length && deepest <= limit.depth && marks <= limit.marks; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === SLASH) i = endOfComment(text, i);
    else depth = Math.max(0, depth + step(code));
    deepest = Math.max(deepest, depth);
    if (OPEN.has(code) || SEPARATORS.has(code)) marks += 1;
  }
  return { depth: deepest, marks };
}

function step(code: number): number {
  if (OPEN.has(code)) return 1;
  return CLOSE.has(code) ? -1 : 0;
}

function endOfString(text: string, start: number): number {
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
