/**
 * What may be too much in a schema, with how much the format allows by default. Shells derive an option
 * (`--max-tables`) and a setting (`backboneAi.limits.tables`) from each name; `most` is what they accept.
 */
export const LIMITS = {
  size: {
    default: 10_000_000,
    // V8 cannot hold a longer text.
    most: 500_000_000,
    description: 'The largest schema file, in bytes.',
  },
  tables: { default: 2000, most: 1_000_000, description: 'The most tables in a schema.' },
  columns: { default: 1000, most: 1_000_000, description: 'The most columns in a table.' },
  relationships: { default: 200, most: 1_000_000, description: 'The most relationships of a table.' },
} as const;

/** What may be too much. */
export type LimitName = keyof typeof LIMITS;

/** How large a schema may be before one clear diagnostic replaces all work on it. */
export type Limits = Readonly<Record<LimitName, number>>;

/** The defaults of the format. */
export const DEFAULT_LIMITS: Limits = {
  size: LIMITS.size.default,
  tables: LIMITS.tables.default,
  columns: LIMITS.columns.default,
  relationships: LIMITS.relationships.default,
};

/** Levels of nesting; the format needs 9, and the recursive parser would run out of stack far above this. */
export const MAX_DEPTH = 100;

/** Commas, colons and opening brackets outside of texts; some more would fill the memory of the process. */
export const MAX_MARKS = 5_000_000;

/** How a limit is raised, for the end of a message. */
export const howToRaise = (name: LimitName): string =>
  `raise it with --max-${name}, or in the editor with the setting backboneAi.limits.${name}`;

/** A number of bytes as people read it, such as `10 MB`. */
export function bytesText(bytes: number): string {
  const [unit, size] = bytes >= 1_000_000 ? ['MB', 1_000_000] : bytes >= 1000 ? ['kB', 1000] : ['bytes', 1];
  return `${Number((bytes / size).toFixed(1))} ${unit}`;
}

/** Whether a text has more bytes in UTF-8 than `limit`; no copy of it is made. */
export function exceedsSize(text: string, limit: number): boolean {
  if (text.length > limit || text.length * 3 <= limit) return text.length > limit;
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Two surrogates together take four bytes.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes > limit;
}
