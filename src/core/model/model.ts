import type { Sql } from '../schema/sql-expression.ts';
import type { ColumnType } from './column-type.ts';

declare const brand: unique symbol;

/** A schema with every reference resolved and every name made; only `buildModel` makes one. */
export type Model = ModelData & { readonly [brand]: 'Model' };

/** The data of a model. */
export type ModelData = {
  readonly project: Project;
  readonly api: ApiSettings;
  /** In the order of the schema. */
  readonly tables: readonly Table[];
  /** Association tables that no schema declares, by name. */
  readonly associations: readonly Association[];
};

/** What the whole backend is. */
export type Project = {
  readonly name: string;
  /** Normalised as PEP 503 says. */
  readonly distribution: string;
  readonly description: string | undefined;
  readonly dbType: 'postgresql' | 'sqlite';
};

/** Settings of all routes. */
export type ApiSettings = {
  readonly prefix: string;
  readonly pageSize: number;
  readonly maxPageSize: number;
  /** Most items of one bulk request. */
  readonly maxBulkSize: number;
};

/** One declared table. */
export type Table = {
  readonly name: string;
  readonly className: string;
  /** Name of its Python module and of the folder of its routes. */
  readonly module: string;
  readonly description: string | undefined;
  /** As written, then those of the options. */
  readonly columns: readonly Column[];
  readonly primaryKey: { readonly name: string; readonly columns: readonly Column[] };
  readonly uniques: readonly Unique[];
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly relationships: readonly Relationship[];
  /** Whether both columns of the option are the option's; one that the schema declares itself wins. */
  readonly timestamps: boolean;
  readonly softDelete: boolean;
  /** Whether `version` is the option's. */
  readonly versioned: boolean;
  readonly api: TableApi | undefined;
  readonly links: readonly Link[];
};

/** What the API does with a column. */
export type Visibility = 'read_write' | 'read_only' | 'write_only' | 'hidden';

/** One column of a declared table. */
export type Column = {
  /** In the database and in the API. */
  readonly name: string;
  /** In Python. */
  readonly attribute: string;
  readonly description: string | undefined;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly autoincrement: boolean;
  /** A literal that Python and the database both give to new rows. */
  readonly default: Literal | undefined;
  /** A value that the database gives to new rows. */
  readonly serverDefault: ServerDefault | undefined;
  readonly visibility: Visibility;
  /** What the API demands beyond the type. */
  readonly checks: ColumnChecks;
  /** The keys that it belongs to; what it holds then comes from another row. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly origin: 'schema' | OptionColumn;
};

/** A column that an option of its table adds. */
export type OptionColumn = 'created_at' | 'updated_at' | 'deleted_at' | 'version';

/** A literal of the schema, of the type of its column. */
export type Literal = { readonly value: unknown };

/** `now`, `today`, `uuid`, `true`, `false`, `null`, or SQL as the author wrote it. */
export type ServerDefault =
  | { readonly kind: 'now' | 'today' | 'uuid' | 'true' | 'false' | 'null' }
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

/** A unique constraint; on a table with soft delete a partial unique index over the rows that are not deleted. */
export type Unique = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly onlyNotDeleted: boolean;
};

/** An index. */
export type Index = { readonly name: string; readonly columns: readonly Column[]; readonly unique: boolean };

/** A condition that every row must meet. */
export type Check = {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly Column[];
  /** Undefined when only the database understands it. */
  readonly expression: Sql | undefined;
  /** Whether SQLite, which stands in for PostgreSQL, may not understand it and goes without. */
  readonly onPostgresqlOnly: boolean;
};

/** What a database does with a row when the referenced row goes or changes. */
export type ReferentialAction = 'CASCADE' | 'RESTRICT' | 'SET NULL' | 'SET DEFAULT' | 'NO ACTION';

/** A foreign key. */
export type ForeignKey = {
  readonly name: string;
  readonly table: string;
  /** Names of the columns that hold it, in the order of `targetColumns`. */
  readonly columns: readonly string[];
  readonly targetTable: string;
  readonly targetColumns: readonly string[];
  readonly onDelete: ReferentialAction | undefined;
  readonly onUpdate: ReferentialAction | undefined;
  /** Added after both tables exist, because the tables reference each other. */
  readonly useAlter: boolean;
};

/** One written end of a relationship. */
export type Relationship = {
  readonly attribute: string;
  readonly description: string | undefined;
  readonly type: 'one_to_many' | 'many_to_one' | 'one_to_one' | 'many_to_many';
  readonly targetTable: string;
  readonly targetClass: string;
  readonly targetModule: string;
  /** Attribute at the other end, when that end is written too. */
  readonly backPopulates: string | undefined;
  /** Whether the key is a column of this table. */
  readonly holdsKey: boolean;
  /** The key that carries it; undefined for many-to-many. */
  readonly foreignKey: ForeignKey | undefined;
  /** Python attributes of the key's columns on the class that holds the key. */
  readonly keyAttributes: readonly string[];
  /** Python attributes of the referenced columns on the other class. */
  readonly remoteAttributes: readonly string[];
  /** The class that holds the key. */
  readonly holderClass: string | undefined;
  /** Whether several keys link the two tables, so that SQLAlchemy must be told which. */
  readonly ambiguous: boolean;
  /** Whether naming the key's columns does not tell either, so that SQLAlchemy must be given the whole join. */
  readonly joined: boolean;
  readonly selfReference: boolean;
  /** Whether there always is a row at the other end (a key that is NOT NULL). */
  readonly required: boolean;
  /** SQLAlchemy's cascade option; undefined leaves its default. */
  readonly cascade: 'all' | 'all, delete-orphan' | undefined;
  /** SQLAlchemy's passive_deletes: what the database does to children by itself; undefined for its default. */
  readonly passiveDeletes: 'true' | 'all' | undefined;
  readonly postUpdate: boolean;
  /** Read only, because another end writes the same columns. */
  readonly viewOnly: boolean;
  /** Attributes of other relationships that write some of the same columns, as they are meant to. */
  readonly overlaps: readonly string[];
  readonly secondary: Secondary | undefined;
  readonly orderBy: readonly { readonly attribute: string; readonly descending: boolean }[];
};

/** The association table of a many-to-many relationship. */
export type Secondary = {
  readonly table: string;
  readonly declared: boolean;
  /** Its key to the table of this end. */
  readonly source: ForeignKey;
  /** Its key to the table at the other end. */
  readonly target: ForeignKey;
  /** Whether other keys lead to these tables or from them, so that SQLAlchemy must be told which link. */
  readonly ambiguous: boolean;
};

/** A many-to-many end with routes: the rows at its other end are read, and linked, below the path of a row. */
export type Link = {
  readonly attribute: string;
  /** What its routes have after the path of the row: the attribute with hyphens. */
  readonly segment: string;
  readonly targetTable: string;
  readonly secondary: Secondary;
  /** Only keys where the target has no routes that read. */
  readonly shown: 'rows' | 'keys';
  /** Else links are only read: the table has no updates, or the association table is written by its own routes. */
  readonly writable: boolean;
};

/** An association table made for a many-to-many relationship without `secondary`. */
export type Association = {
  readonly name: string;
  /** Name of its Python module and of the variable in it. */
  readonly module: string;
  readonly primaryKeyName: string;
  /** All of them make the primary key. */
  readonly columns: readonly string[];
  /** Its keys to the two tables. */
  readonly foreignKeys: readonly [ForeignKey, ForeignKey];
};

/** What may be done over HTTP. */
export type Operation = 'list' | 'get' | 'create' | 'update' | 'delete' | 'bulk_create';

/** The routes of one table. */
export type TableApi = {
  /** Below the prefix, with a leading slash. */
  readonly path: string;
  readonly operations: readonly Operation[];
  /** Whether an update may change what a row is linked to. */
  readonly writesLinks: boolean;
  readonly filter: readonly Column[];
  readonly sort: readonly Column[];
  readonly search: readonly Column[];
};
