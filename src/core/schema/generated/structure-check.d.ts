/** One complaint of the compiled check, as ajv describes it. */
export type StructureError = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
};

declare const check: {
  (value: unknown): boolean;
  errors?: readonly StructureError[] | null;
};

export default check;
