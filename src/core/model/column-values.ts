import type { DbType } from '../schema/dialects.ts';
import type { Sql } from '../schema/sql-expression.ts';

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

/** The expression of a generated column. */
export type Generated = {
  readonly sql: string;
  /** The same as the project's own database writes it, where that is not as the others do. */
  readonly onServer: string | undefined;
  /** Else the value is computed when it is read. */
  readonly stored: boolean;
  /** Names of the declared columns that it mentions. */
  readonly columns: readonly string[];
  /** Undefined when only the database understands it. */
  readonly expression: Sql | undefined;
  /** The project's own database where SQLite, which stands in for it, may not understand it and holds NULL. */
  readonly onlyOn: Exclude<DbType, 'sqlite'> | undefined;
};

/** A column that an option of its table adds. */
export type OptionColumn = 'created_at' | 'updated_at' | 'deleted_at' | 'version';

/** Where the values of a column come from, who sees them, and what they must be. */
export type ColumnValues = {
  /** A literal that Python and the database both give to new rows. */
  readonly default: Literal | undefined;
  /** A value that the database gives to new rows. */
  readonly serverDefault: ServerDefault | undefined;
  /** What the database computes it from. */
  readonly generated: Generated | undefined;
  /** The form of an identity column. */
  readonly identity: 'always' | 'by_default' | undefined;
  /** The sequence that gives the default, with its namespace. */
  readonly sequence: string | undefined;
  readonly visibility: Visibility;
  /** What the API demands beyond the type. */
  readonly checks: ColumnChecks;
};
