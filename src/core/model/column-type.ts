import type { DbType } from '../schema/dialects.ts';
import type { ColumnChecks } from './column-values.ts';

/** A column's type with its parameters, references followed. */
export type ColumnType =
  | { readonly kind: 'integer'; readonly bits: 16 | 32 | 64 }
  | TextType
  | { readonly kind: 'decimal'; readonly precision: number | undefined; readonly scale: number | undefined }
  | { readonly kind: 'float'; readonly form: 'float' | 'double' | 'real' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'datetime' | 'time'; readonly timezone: boolean; readonly precision: number | undefined }
  | EnumType
  | { readonly kind: 'uuid' }
  | { readonly kind: 'json'; readonly binary: boolean }
  | { readonly kind: 'interval' }
  | { readonly kind: 'binary' }
  | NativeType
  | ArrayType
  /** `isThere` says whether the project's own database has it; others keep JSON. */
  | { readonly kind: 'hstore'; readonly isThere: boolean };

/** Text of one of the forms that databases have. */
export type TextType = {
  readonly kind: 'text';
  readonly form: 'varchar' | 'char' | 'text' | 'citext';
  readonly length: number | undefined;
  readonly collation: Collation | undefined;
};

/** A collation by its name, and the database that has it; others do not know its name. */
export type Collation = { readonly name: string; readonly onlyOn: DbType };

/** An array of items of one type, which is no array itself. */
export type ArrayType = {
  readonly kind: 'array';
  readonly items: ColumnType;
  /** What the API demands of every item. */
  readonly checks: ColumnChecks;
  readonly dimensions: number;
  /** Whether the project's own database has arrays; others keep JSON. */
  readonly isThere: boolean;
};

/** An enum with its names: in the database with its namespace, in Python with the module of `app.models`, in the migration, and of each member. */
export type EnumType = {
  readonly kind: 'enum';
  readonly name: string;
  readonly namespace: string | undefined;
  readonly className: string;
  readonly module: string;
  readonly variable: string;
  readonly members: readonly { readonly name: string; readonly value: string }[];
};

/** A type of the database whose values are text in Python. */
export type NativeType = {
  readonly kind: 'native';
  readonly form:
    | 'inet'
    | 'cidr'
    | 'macaddr'
    | 'tsvector'
    | 'xml'
    | 'ltree'
    | 'bit'
    | 'int4range'
    | 'int8range'
    | 'numrange'
    | 'daterange'
    | 'tsrange'
    | 'tstzrange'
    | 'custom';
  /** As the project's own database writes it; undefined where that has no such type and keeps text. */
  readonly sqlType: string | undefined;
  /** Most characters of a value; undefined where it may have any number. */
  readonly length: number | undefined;
  /** Whether every value has so many characters. */
  readonly fixed: boolean;
};

/** Whether equal values can be found and values can be sorted, in every database. */
export const isComparable = (type: ColumnType): boolean =>
  type.kind !== 'json' &&
  type.kind !== 'binary' &&
  type.kind !== 'array' &&
  type.kind !== 'hstore' &&
  !(type.kind === 'native' && (type.form === 'xml' || type.form === 'custom' || type.form === 'tsvector'));

/** An enum of the root. */
export type NamedEnum = { readonly type: EnumType; readonly description: string | undefined };

/** The type of the items of an array, else the type itself. */
export const innerType = (type: ColumnType): ColumnType => (type.kind === 'array' ? type.items : type);
