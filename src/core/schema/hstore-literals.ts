/** A map of texts as HStore holds it. */
export type TextMap = Readonly<Record<string, string | null>>;

const PART = String.raw`("(?:[^"\\]|\\.)*"|(?:[^\s"\\=,]|\\.)(?:[^\s"\\=,]|\\.)*)`;
const PAIR = new RegExp(String.raw`\s*${PART}\s*=>\s*${PART}\s*(,|$)`, 'gsy');

/** Reads the text of an hstore, such as `a=>1, "b c"=>NULL`, or of a JSON object; undefined when it is none. */
export function readHstore(text: string): TextMap | undefined {
  if (text.trim().startsWith('{')) return fromJson(text);
  const found: [string, string | null][] = [];
  PAIR.lastIndex = 0;
  let isMore = text.trim() !== '';
  while (isMore) {
    const [, key, value, end] = PAIR.exec(text) ?? [];
    if (key === undefined || value === undefined) return undefined;
    found.push([plain(key), /^null$/i.test(value) ? null : plain(value)]);
    isMore = end === ',';
  }
  return Object.fromEntries(found);
}

function fromJson(text: string): TextMap | undefined {
  try {
    return JSON.parse(text) as TextMap;
  } catch {
    return undefined;
  }
}

const plain = (part: string): string =>
  (part.startsWith('"') ? part.slice(1, -1) : part).replace(/\\(.)/gs, '$1');

/** The text of an hstore, everything in quotes. */
export const hstoreText = (map: TextMap): string =>
  Object.entries(map)
    .map(([key, value]) => `${inQuotes(key)}=>${value === null ? 'NULL' : inQuotes(value)}`)
    .join(', ');

const inQuotes = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
