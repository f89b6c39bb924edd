/** Longest identifier of PostgreSQL in bytes (NAMEDATALEN - 1); longer ones are cut by the server. */
export const MAX_IDENTIFIER_BYTES = 63;

/**
 * Joins the parts of a constraint's name. A name over 63 bytes is cut and ends in eight hexadecimal digits of
 * its hash, so that it stays the same in every run and differs from other long names.
 */
export function constraintName(...parts: readonly string[]): string {
  const full = parts.join('_');
  if (byteLength(full) <= MAX_IDENTIFIER_BYTES) return full;
  const suffix = `_${fnv1a(full).toString(16).padStart(8, '0')}`;
  const head = [...full];
  while (byteLength(head.join('')) + suffix.length > MAX_IDENTIFIER_BYTES) head.pop();
  return head.join('') + suffix;
}

const encoder = new TextEncoder();

/** Length in UTF-8, as databases count. */
export const byteLength = (text: string): number =>
  /^[ -~]*$/.test(text) ? text.length : encoder.encode(text).length;

/** FNV-1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Gives each of some names its own: a later one that is taken gets `_2`, `_3` and so on. */
export function distinct(wanted: readonly string[], taken: Iterable<string> = []): readonly string[] {
  const used = new Set(taken);
  return wanted.map((name) => {
    let free = name;
    for (let n = 2; used.has(free); n += 1) free = `${name}_${n}`;
    used.add(free);
    return free;
  });
}
