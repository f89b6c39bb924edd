/** What the API does with a column. */
export type Visibility = 'read_write' | 'read_only' | 'write_only' | 'hidden';

/** A literal of the schema, of the type of its column. */
export type Literal = { readonly value: unknown };

/** `now`, `today`, `uuid`, `true`, `false`, `null`, a literal, or SQL as the author wrote it. */
export type ServerDefault =
  | { readonly kind: 'now' | 'today' | 'uuid' | 'true' | 'false' | 'null' }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'sql'; readonly sql: string };

/** Demands of the API on one value; lengths count characters. */
export type ColumnChecks = {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly pattern: string | undefined;
  readonly format: string | undefined;
};
