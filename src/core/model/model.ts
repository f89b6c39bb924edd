import type { ReferentialAction } from '../schema/dialect.ts';
import type { DbType } from '../schema/dialects.ts';
import type { Sql } from '../schema/sql-expression.ts';
import type { Access, Operation } from './access.ts';
import type { ColumnType, NamedEnum } from './column-type.ts';
import type { ColumnValues, OptionColumn } from './column-values.ts';
import type { ApiSettings, Project } from './project.ts';

declare const brand: unique symbol;

/** A schema with every reference resolved and every name made; only `buildModel` makes one. */
export type Model = ModelData & { readonly [brand]: 'Model' };

/** The data of a model. */
export type ModelData = {
  readonly project: Project;
  readonly api: ApiSettings;
  /** In the order of the schema. */
  readonly tables: readonly Table[];
  /** Enums that columns share, in the order of the schema. */
  readonly enums: readonly NamedEnum[];
  /** Association tables that no schema declares, by name. */
  readonly associations: readonly Association[];
};

/** One declared table. */
export type Table = {
  readonly name: string;
  /** Of the class that it is mapped to; of its schemas alone where it has no primary key. */
  readonly className: string;
  /** The `sa.Table` that stands in place of a class where there is no primary key. */
  readonly variable: string | undefined;
  /** Name of its Python module and of the folder of its routes. */
  readonly module: string;
  readonly description: string | undefined;
  /** Of a view, which is only read: the query that it stands for, where the migration makes it. */
  readonly view: { readonly definition: string | undefined } | undefined;
  /** As written, then those of the options. */
  readonly columns: readonly Column[];
  /** Without columns where the table has none. */
  readonly primaryKey: { readonly name: string; readonly columns: readonly Column[] };
  readonly uniques: readonly Unique[];
  readonly indexes: readonly Index[];
  readonly exclusions: readonly Exclusion[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly relationships: readonly Relationship[];
  /** Whether both columns of the option are the option's; one that the schema declares itself wins. */
  readonly timestamps: boolean;
  readonly softDelete: boolean;
  /** Whether `version` is the option's. */
  readonly versioned: boolean;
  /** Its former name, with its namespace. */
  readonly renamedFrom: string | undefined;
  readonly api: TableApi | undefined;
  readonly links: readonly Link[];
};

/** One column of a declared table. */
export type Column = ColumnValues & {
  /** In the database and in the API. */
  readonly name: string;
  /** In Python. */
  readonly attribute: string;
  readonly description: string | undefined;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** Whether it is an identity column that SQLite numbers, too: the only column of its key. */
  readonly autoincrement: boolean;
  /** The keys that it belongs to; what it holds then comes from another row. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly origin: 'schema' | OptionColumn;
  /** Its former name. */
  readonly renamedFrom: string | undefined;
};

/** A unique constraint, or a partial unique index over some of the rows. */
export type Unique = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether it is about the rows that are not deleted. */
  readonly onlyNotDeleted: boolean;
  /** Columns that may be empty where the database takes two NULLs for equal: it is about the rows with values in them. */
  readonly filled: readonly Column[];
};

/** An index. */
export type Index = {
  readonly name: string;
  readonly elements: readonly IndexElement[];
  readonly unique: boolean;
  readonly nullsNotDistinct: boolean;
  /** Of a unique one the same as of a unique constraint. */
  readonly filled: readonly Column[];
  /** Undefined for a B-tree. */
  readonly method: string | undefined;
  /** Of a partial index: which rows it is about. */
  readonly where: Condition | undefined;
  /** Columns that are stored in it without being part of its key. */
  readonly include: readonly Column[];
  /** What of PostgreSQL's own extensions has its operator classes. */
  readonly extensions: readonly string[];
  /** Whether SQLite, which stands in for PostgreSQL, cannot have it and goes without. */
  readonly onPostgresqlOnly: boolean;
};

/** A constraint of PostgreSQL alone: no two rows may fulfil all of its operators. */
export type Exclusion = Pick<Index, 'name' | 'where' | 'extensions'> & {
  readonly method: string;
  readonly elements: readonly (IndexedValue & { readonly operator: string })[];
};

/** A column or an expression. */
export type IndexedValue =
  | { readonly column: Column; readonly computed?: never }
  | { readonly column?: never; readonly computed: Condition };

/** What an index is sorted by. */
export type IndexElement = IndexedValue & {
  readonly descending: boolean;
  /** Undefined where NULL is the largest value. */
  readonly nulls: 'first' | 'last' | undefined;
  readonly opclass: string | undefined;
};

/** SQL over the columns of a table. */
export type Condition = {
  readonly sql: string;
  /** The same as the project's own database writes it, where that is not as the others do. */
  readonly onServer: string | undefined;
  readonly columns: readonly Column[];
  /** Undefined when only the database understands it. */
  readonly expression: Sql | undefined;
};

/** A condition that every row must meet. */
export type Check = Condition & {
  readonly name: string;
  /** The dialect of the only database that gets it; SQLite, which stands in for it, may not understand it. */
  readonly onlyOn: Exclude<DbType, 'sqlite'> | undefined;
};

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
  /** Whether it may be checked as late as at the end of a transaction, and whether it is unless told otherwise. */
  readonly deferrable: 'immediate' | 'deferred' | undefined;
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
  readonly access: Access;
  /** The column that holds the account of a row's owner. */
  readonly owner: Column | undefined;
};
