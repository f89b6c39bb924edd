import { keptAs } from './column-types.ts';
import type { Dialect, Limit, ReferentialAction } from './dialect.ts';
import { REFERENTIAL_ACTIONS } from './dialect.ts';
import { byteLength } from './identifiers.ts';
import type { Part, SchemaView } from './view.ts';

const UNBOUNDED = Number.POSITIVE_INFINITY;

const actionsWithout = (missing?: ReferentialAction): ReadonlySet<ReferentialAction> =>
  new Set(REFERENTIAL_ACTIONS.filter((it) => it !== missing));

/** The oldest PostgreSQL that is promised; those before it lack `NULLS NOT DISTINCT`, and are no longer maintained. */
export const OLDEST_POSTGRESQL = 15;

const postgresql: Dialect = {
  label: 'PostgreSQL',
  identifier: { most: 63, unit: 'bytes' },
  namespaces: true,
  names: { everywhere: ['pk', 'uq', 'ix'], ofKind: [], ofTable: ['pk', 'uq', 'fk', 'ck'] },
  comment: { ofTable: UNBOUNDED, ofColumn: UNBOUNDED },
  // A row that is too wide is refused when it is written.
  row: { bytes: UNBOUNDED, pageBytes: UNBOUNDED },
  deferrableKeys: true,
  referentialActions: actionsWithout(),
  multipleCascadePaths: true,
  refusesSetNullOnRequired: false,
  indexesForeignKeys: false,
  index: {
    partial: true,
    expressions: true,
    descending: true,
    nullsOrder: true,
    operatorClasses: true,
    include: true,
    nullsNotDistinct: true,
    nullsEqual: false,
    methods: new Set(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin']),
    columns: 32,
    // A row that is too wide for its index is refused when it is written.
    bytes: UNBOUNDED,
    primaryKeyBytes: UNBOUNDED,
    lobs: true,
  },
  exclusions: true,
  generated: new Set(['stored']),
  identity: new Set(['always', 'by_default']),
  sequences: true,
  numberedColumns: UNBOUNDED,
  enums: { kept: 'type', label: { most: 63, unit: 'bytes' } },
  text: { varchar: 10_485_760, char: 10_485_760, needsLength: false, bytesPerCharacter: 4 },
  numeric: { precision: 1000, scale: 1000, isOpen: true },
  fraction: 6,
  literalDefaultsOfLobs: true,
  transactionalDdl: true,
};

/** What MySQL 8 and MariaDB 10.6 with InnoDB and utf8mb4 have in common. */
const mysql: Dialect = {
  label: 'MySQL',
  identifier: { most: 64, unit: 'characters' },
  namespaces: false,
  // A foreign key without an index makes one of its own name.
  names: { everywhere: ['ix'], ofKind: ['fk', 'ck'], ofTable: ['uq', 'ix', 'fk', 'ck'] },
  comment: { ofTable: 2048, ofColumn: 1024 },
  // Pages of InnoDB have 16 KiB, and hold two rows at least.
  row: { bytes: 65_535, pageBytes: 8126 },
  deferrableKeys: false,
  referentialActions: actionsWithout('SET DEFAULT'),
  multipleCascadePaths: true,
  refusesSetNullOnRequired: true,
  indexesForeignKeys: true,
  index: {
    partial: false,
    // MySQL has them since 8.0.13, MariaDB has none.
    expressions: false,
    descending: true,
    nullsOrder: false,
    operatorClasses: false,
    include: false,
    nullsNotDistinct: false,
    nullsEqual: false,
    methods: new Set(['btree', 'hash', 'fulltext', 'spatial']),
    columns: 16,
    bytes: 3072,
    primaryKeyBytes: 3072,
    lobs: false,
  },
  exclusions: false,
  generated: new Set(['stored', 'virtual']),
  identity: new Set(['by_default']),
  // MariaDB has them since 10.3, MySQL has none.
  sequences: false,
  numberedColumns: 1,
  enums: { kept: 'column', label: { most: 255, unit: 'characters' } },
  // 65,535 bytes, two of them for the length, are the most of all columns of a row.
  text: { varchar: 16_383, char: 255, needsLength: true, bytesPerCharacter: 4 },
  numeric: { precision: 65, scale: 30, isOpen: false },
  fraction: 6,
  // MariaDB takes them since 10.2, MySQL only expressions in parentheses, since 8.0.13.
  literalDefaultsOfLobs: false,
  transactionalDdl: false,
};

const sqlite: Dialect = {
  label: 'SQLite',
  identifier: { most: UNBOUNDED, unit: 'bytes' },
  namespaces: false,
  names: { everywhere: ['ix'], ofKind: [], ofTable: ['uq', 'ix', 'ck'] },
  comment: { ofTable: UNBOUNDED, ofColumn: UNBOUNDED },
  row: { bytes: UNBOUNDED, pageBytes: UNBOUNDED },
  deferrableKeys: true,
  referentialActions: actionsWithout(),
  multipleCascadePaths: true,
  refusesSetNullOnRequired: false,
  indexesForeignKeys: false,
  index: {
    partial: true,
    expressions: true,
    descending: true,
    nullsOrder: false,
    operatorClasses: false,
    include: false,
    nullsNotDistinct: false,
    nullsEqual: false,
    methods: new Set(),
    columns: 2000,
    bytes: UNBOUNDED,
    primaryKeyBytes: UNBOUNDED,
    lobs: true,
  },
  exclusions: false,
  generated: new Set(['stored', 'virtual']),
  identity: new Set(['by_default']),
  sequences: false,
  numberedColumns: 1,
  enums: { kept: 'text', label: { most: UNBOUNDED, unit: 'characters' } },
  text: { varchar: UNBOUNDED, char: UNBOUNDED, needsLength: false, bytesPerCharacter: 4 },
  numeric: { precision: UNBOUNDED, scale: UNBOUNDED, isOpen: true },
  fraction: 6,
  literalDefaultsOfLobs: true,
  transactionalDdl: true,
};

/** SQL Server 2017 and newer. */
const mssql: Dialect = {
  label: 'SQL Server',
  identifier: { most: 128, unit: 'characters' },
  namespaces: true,
  names: { everywhere: ['pk', 'uq', 'ix', 'fk', 'ck'], ofKind: [], ofTable: ['pk', 'uq', 'ix', 'ck'] },
  // 7500 bytes of an extended property, two for a character.
  comment: { ofTable: 3750, ofColumn: 3750 },
  row: { bytes: UNBOUNDED, pageBytes: UNBOUNDED },
  deferrableKeys: false,
  referentialActions: actionsWithout('RESTRICT'),
  multipleCascadePaths: false,
  refusesSetNullOnRequired: true,
  indexesForeignKeys: false,
  index: {
    partial: true,
    expressions: false,
    descending: true,
    nullsOrder: false,
    operatorClasses: false,
    include: true,
    nullsNotDistinct: true,
    nullsEqual: true,
    methods: new Set(),
    columns: 32,
    bytes: 1700,
    primaryKeyBytes: 900,
    lobs: false,
  },
  exclusions: false,
  generated: new Set(['stored', 'virtual']),
  identity: new Set(['always', 'by_default']),
  sequences: true,
  numberedColumns: 1,
  enums: { kept: 'check', label: { most: 4000, unit: 'characters' } },
  text: { varchar: 4000, char: 4000, needsLength: false, bytesPerCharacter: 2 },
  numeric: { precision: 38, scale: 38, isOpen: false },
  fraction: 7,
  literalDefaultsOfLobs: true,
  transactionalDdl: true,
};

/** How long a text is in the unit of a limit. */
export const lengthIn = (unit: Limit['unit'], text: string): number =>
  unit === 'bytes' ? byteLength(text) : [...text].length;

/** What every `db_type` has: the one table that rules and rendering follow. */
const DIALECTS = { postgresql, mysql, sqlite, mssql } as const;

/** A value of `db_type`. */
export type DbType = keyof typeof DIALECTS;

/** The dialect of a schema; that of SQLite, which refuses least, while `db_type` names none. */
export const dialectOf = (view: Pick<SchemaView, 'dbType'>): Dialect => DIALECTS[dbTypeOf(view)];

/** The `db_type` of a schema, with the same fallback. */
export const dbTypeOf = ({ dbType }: Pick<SchemaView, 'dbType'>): DbType =>
  dbType !== undefined && Object.hasOwn(DIALECTS, dbType) ? (dbType as DbType) : 'sqlite';

/** The dialect whose limits a type has: the items of arrays that are kept as JSON have those of SQLite, which are wide. */
export const limitsFor = (view: SchemaView, { at }: Part): Dialect =>
  at.at(-1) === 'items' && keptAs('Array', dbTypeOf(view)) !== 'itself' ? sqlite : dialectOf(view);
