/** How large a schema may be before one clear diagnostic replaces all work on it. */
export type Limits = {
  /** In UTF-16 code units of text. */
  readonly textLength: number;
  readonly tables: number;
  readonly columns: number;
  readonly relationships: number;
};

/** The defaults of the format. */
export const DEFAULT_LIMITS: Limits = {
  textLength: 10_000_000,
  tables: 2000,
  columns: 1000,
  relationships: 200,
};

/** Levels of nesting; the format needs 9, and the recursive parser would run out of stack far above this. */
export const MAX_DEPTH = 100;
