import type { JsonObject } from '../../../src/core/document/json.ts';

/** The databases that broken backends run on; SQL Server cannot be had, so nothing fails there. */
export const DIALECTS = ['postgresql', 'sqlite', 'mysql'] as const;

/** One of them, a value of `db_type`. */
export type Dialect = (typeof DIALECTS)[number];

/** What is tried of a backend, in this order; the last four on each of its databases. */
export type Step =
  | 'writing'
  | 'install'
  | 'import'
  | 'mappers'
  | 'expects'
  | 'openapi'
  | 'migration'
  | 'comparison'
  | 'requests';

/** How a backend fails: at which step, and what Python or the database says of it. */
export type Failure = readonly [step: Step, because: RegExp];

/** A request, and what its answer contains. */
export type Request = readonly [method: string, path: string, body?: unknown, part?: string];

/** A smallest schema with one mistake. On each dialect whose schemas its rule refuses for it, the backend fails. */
export type BrokenSchema = {
  readonly code: string;
  /** Which of the mistakes that the rule knows. */
  readonly mistake: string;
  /** The dialects that it is about, when another one refuses it for another mistake. */
  readonly on?: readonly Dialect[];
  /** Properties of the root beside `schema`. */
  readonly root?: JsonObject;
  readonly tables: readonly JsonObject[];
  /** What a backend that is as the schema says answers with success. */
  readonly requests?: readonly Request[];
  /** Python about `models` that would be true, were the backend as the schema says. */
  readonly expects?: string;
  /** The same on every dialect, or of each whose schemas are refused. */
  readonly fails: Failure | Readonly<Partial<Record<Dialect, Failure>>>;
};

/** A numbered key. */
export const ID: JsonObject = { name: 'id', type: 'Integer', primary_key: true };

/** A table with a numbered key and more columns. */
export const table = (
  name: string,
  columns: readonly JsonObject[] = [],
  more: JsonObject = {},
): JsonObject => ({ table_name: name, columns: [ID, ...columns], ...more });

/** A column that references the key of a table. */
export const key = (name: string, to: string, more: JsonObject = {}): JsonObject => ({
  name,
  type: 'ForeignKey',
  target: `${to}.id`,
  ...more,
});

/** A request that makes a row. */
export const post = (name: string, body: unknown, part = ''): Request => [
  'POST',
  `/api/v1/${name}`,
  body,
  part,
];
