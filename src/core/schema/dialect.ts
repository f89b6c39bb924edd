/** What a database can do with a row when the referenced row goes or changes. */
export const REFERENTIAL_ACTIONS = ['CASCADE', 'RESTRICT', 'SET NULL', 'SET DEFAULT', 'NO ACTION'] as const;

/** One of them. */
export type ReferentialAction = (typeof REFERENTIAL_ACTIONS)[number];

/** The longest of some texts; bytes are those of UTF-8, characters those of Unicode. */
export type Limit = { readonly most: number; readonly unit: 'bytes' | 'characters' };

/** What has a name beside tables and columns: keys, uniques, indexes, foreign keys and checks. */
export type NamedKind = 'pk' | 'uq' | 'ix' | 'fk' | 'ck';

/** Which names no other may have; those of indexes are in each list that SQLite has them in, where every project runs. */
type NameFacts = {
  /** Shared with the tables, and with everything of this list in any table. */
  readonly everywhere: readonly NamedKind[];
  /** Shared with those of the same kind in any table. */
  readonly ofKind: readonly NamedKind[];
  /** Shared with everything of this list in the same table. */
  readonly ofTable: readonly NamedKind[];
};

/** How wide the columns of a row may be together. */
type RowFacts = {
  /** Bytes that they are declared with. */
  readonly bytes: number;
  /** Bytes that cannot be kept elsewhere than in the page of the row. */
  readonly pageBytes: number;
};

/** What one `db_type` has and how much of it; infinite where it sets no limit. */
export type Dialect = {
  /** Its name in messages. */
  readonly label: string;
  /** Longest name of a table, column, constraint or index. */
  readonly identifier: Limit;
  /** Database schemas; without them a namespace becomes the beginning of the table's name. */
  readonly namespaces: boolean;
  readonly names: NameFacts;
  /** The most characters of the comments that descriptions become. */
  readonly comment: { readonly ofTable: number; readonly ofColumn: number };
  readonly row: RowFacts;
  /** Foreign keys that are checked at the end of the transaction. */
  readonly deferrableKeys: boolean;
  readonly referentialActions: ReadonlySet<ReferentialAction>;
  /** Whether one row may be reached by CASCADE, SET NULL or SET DEFAULT over several keys, or over a cycle of them. */
  readonly multipleCascadePaths: boolean;
  /** Whether `SET NULL` on a column that is NOT NULL is refused when the key is made, not when a row is deleted. */
  readonly refusesSetNullOnRequired: boolean;
  /** Whether every foreign key has an index without being asked. */
  readonly indexesForeignKeys: boolean;
  readonly index: IndexFacts;
  /** Exclusion constraints. */
  readonly exclusions: boolean;
  readonly generated: ReadonlySet<'stored' | 'virtual'>;
  readonly identity: ReadonlySet<'always' | 'by_default'>;
  readonly sequences: boolean;
  /** How many columns of a table the database can number. */
  readonly numberedColumns: number;
  readonly enums: EnumFacts;
  readonly text: TextFacts;
  readonly numeric: {
    readonly precision: number;
    readonly scale: number;
    /** Whether NUMERIC without a precision holds any number. */
    readonly isOpen: boolean;
  };
  /** Digits of fractions of a second. */
  readonly fraction: number;
  /** Whether TEXT, BLOB and JSON columns take a literal as their default. */
  readonly literalDefaultsOfLobs: boolean;
  /** Whether a transaction takes back what it did to tables. */
  readonly transactionalDdl: boolean;
};

/** How it keeps the values of an enum: as a type with a name, in the type of the column, by a check, or as any text. */
type EnumFacts = {
  readonly kept: 'type' | 'column' | 'check' | 'text';
  /** The longest value. */
  readonly label: Limit;
};

/** What indexes, uniques and keys of a dialect can be. */
type IndexFacts = {
  readonly partial: boolean;
  readonly expressions: boolean;
  readonly descending: boolean;
  readonly nullsOrder: boolean;
  readonly operatorClasses: boolean;
  readonly include: boolean;
  readonly nullsNotDistinct: boolean;
  /** Whether two NULLs are equal in every unique, so that only a part of the rows can be in one that tells them apart. */
  readonly nullsEqual: boolean;
  readonly methods: ReadonlySet<string>;
  /** Most columns of one of them. */
  readonly columns: number;
  /** Most bytes of one that is found out when it is made; of a primary key where that differs. */
  readonly bytes: number;
  readonly primaryKeyBytes: number;
  /** Whether TEXT and BLOB columns can belong to one. */
  readonly lobs: boolean;
};

/** Lengths count characters. */
type TextFacts = {
  readonly varchar: number;
  readonly char: number;
  /** Whether VARCHAR must say its length. */
  readonly needsLength: boolean;
  /** Bytes that one character may take in a key or a row. */
  readonly bytesPerCharacter: number;
};
