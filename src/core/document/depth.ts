const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const OPEN = new Set([91, 123]);
const CLOSE = new Set([93, 125]);

/** Whether brackets outside strings and comments nest deeper than `limit`; one pass, without recursion. */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === SLASH) i = endOfComment(text, i);
    else depth = Math.max(0, depth + step(code));
    if (depth > limit) return true;
  }
  return false;
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
