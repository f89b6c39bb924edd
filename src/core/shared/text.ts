/** A zero-based place in a text; `character` counts UTF-16 code units, as in the language server protocol. */
export type Position = { readonly line: number; readonly character: number };

/** From `start` up to, not including, `end`. */
export type Range = { readonly start: Position; readonly end: Position };

/** Offsets at which the lines of `text` begin; `\n`, `\r\n` and a lone `\r` end a line, as in the editor. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const endsLine = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10);
    if (endsLine) starts.push(i + 1);
  }
  return starts;
}

/** The position of an offset, given the result of `lineStarts` for the same text. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}
