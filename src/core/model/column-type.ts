/** A column's type with its parameters, references followed. */
export type ColumnType =
  | { readonly kind: 'integer'; readonly bits: 16 | 32 | 64 }
  | { readonly kind: 'text'; readonly form: 'varchar' | 'char' | 'text'; readonly length: number | undefined }
  | { readonly kind: 'decimal'; readonly precision: number | undefined; readonly scale: number | undefined }
  | { readonly kind: 'float'; readonly form: 'float' | 'double' | 'real' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'datetime'; readonly timezone: boolean }
  | { readonly kind: 'time'; readonly timezone: boolean }
  | EnumType
  | { readonly kind: 'uuid' }
  | { readonly kind: 'json'; readonly binary: boolean };

/** An enum with its names: in the database, in Python, and of each member. */
export type EnumType = {
  readonly kind: 'enum';
  readonly name: string;
  readonly className: string;
  readonly members: readonly { readonly name: string; readonly value: string }[];
};
