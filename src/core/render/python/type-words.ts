/** How one column type is written in each place of the generated Python. */
export type TypeWords = {
  /** Annotation of a value in Python, such as `dt.date`. */
  readonly annotation: string;
  /** SQLAlchemy type in a model; undefined where the annotation already says it. */
  readonly model: string | undefined;
  /** SQLAlchemy type in a model that stores None where the column has a default, if `evaluates_none()` does not. */
  readonly nullable?: string;
  /** SQLAlchemy type in the migration. */
  readonly migration: string;
  /** Annotation of a value in a request body, bounded like the type. */
  readonly input: string;
};
