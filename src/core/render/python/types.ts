import type { ColumnType } from '../../model/column-type.ts';
import type { Column, Model } from '../../model/model.ts';
import { typeSource } from '../../model/references.ts';
import { pythonString } from '../literals.ts';

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

/** The words for a column's type. */
export function wordsOf(type: ColumnType): TypeWords {
  switch (type.kind) {
    case 'integer':
      return INTEGERS[type.bits];
    case 'text':
      return textWords(type);
    case 'decimal':
      return decimalWords(type);
    case 'float':
      return FLOATS[type.form];
    case 'datetime':
      return type.timezone ? AWARE : NAIVE;
    case 'time':
      return type.timezone ? AWARE_TIME : simple('dt.time', 'sa.Time()');
    case 'enum':
      return {
        annotation: type.className,
        model: `enum_type(${type.className}, name=${pythonString(type.name)})`,
        migration: enumVariable(type.name),
        input: type.className,
      };
    case 'json':
      return type.binary ? JSONB : JSON_TEXT;
    default:
      return SIMPLE[type.kind];
  }
}

const simple = (annotation: string, sqlalchemy: string, input = annotation): TypeWords => ({
  annotation,
  model: sqlalchemy,
  migration: sqlalchemy,
  input,
});

const INTEGERS = {
  16: { annotation: 'int', model: 'sa.SmallInteger()', migration: 'sa.SmallInteger()', input: 'Int16' },
  32: { annotation: 'int', model: undefined, migration: 'sa.Integer()', input: 'Int32' },
  64: { annotation: 'int', model: 'sa.BigInteger()', migration: 'sa.BigInteger()', input: 'Int64' },
} as const satisfies Record<number, TypeWords>;

const FLOATS = {
  float: { annotation: 'float', model: 'sa.Double()', migration: 'sa.Double()', input: 'Finite' },
  double: { annotation: 'float', model: 'sa.Double()', migration: 'sa.Double()', input: 'Finite' },
  real: { annotation: 'float', model: 'sa.REAL()', migration: 'sa.REAL()', input: 'Finite' },
} as const satisfies Record<string, TypeWords>;

const AWARE: TypeWords = {
  annotation: 'dt.datetime',
  model: 'UTCDateTime()',
  migration: 'sa.DateTime(timezone=True)',
  input: 'UtcDateTime',
};

const AWARE_TIME: TypeWords = {
  annotation: 'dt.time',
  model: 'UTCTime()',
  migration: 'sa.Time(timezone=True)',
  input: 'UtcTime',
};

const NAIVE: TypeWords = {
  annotation: 'dt.datetime',
  model: 'sa.DateTime()',
  migration: 'sa.DateTime()',
  input: 'NaiveDatetime',
};

const SIMPLE = {
  boolean: { annotation: 'bool', model: undefined, migration: 'sa.Boolean()', input: 'bool' },
  date: { annotation: 'dt.date', model: undefined, migration: 'sa.Date()', input: 'IsoDate' },
  uuid: { annotation: 'UUID', model: undefined, migration: 'sa.Uuid()', input: 'UUID' },
} as const satisfies Record<string, TypeWords>;

const JSON_TEXT: TypeWords = {
  annotation: 'Any',
  model: 'sa.JSON(none_as_null=True)',
  nullable: 'JsonOrNull()',
  migration: 'sa.JSON()',
  input: 'Json',
};

const JSONB: TypeWords = {
  annotation: 'Any',
  model: 'jsonb_type()',
  nullable: 'JsonOrNull().with_variant(postgresql.JSONB(none_as_null=True), "postgresql")',
  migration: 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
  input: 'Json',
};

function textWords(type: Extract<ColumnType, { kind: 'text' }>): TypeWords {
  const size = type.length === undefined ? '' : String(type.length);
  if (type.form === 'char') {
    return { annotation: 'str', model: `PaddedChar(${size})`, migration: `sa.CHAR(${size})`, input: 'Str' };
  }
  return simple('str', type.form === 'text' ? 'sa.Text()' : `sa.String(${size})`, 'Str');
}

function decimalWords(type: Extract<ColumnType, { kind: 'decimal' }>): TypeWords {
  if (type.precision === undefined) {
    return {
      annotation: 'Decimal',
      model: 'exact_numeric()',
      migration: 'sa.Numeric()',
      input: 'PlainDecimal',
    };
  }
  const digits = `${type.precision}, ${type.scale ?? 0}`;
  return {
    annotation: 'Decimal',
    model: `exact_numeric(${digits})`,
    migration: `sa.Numeric(${digits})`,
    input: 'Decimal',
  };
}

/** The variable of an enum type in the migration; the ending keeps it apart from every other name there. */
export const enumVariable = (name: string): string =>
  `${name.replace(/[^\p{ID_Continue}]+/gu, '_').replace(/^(\d)/, '_$1')}_enum`;

/** SQLite numbers rows by itself only when the key is declared INTEGER. */
const BIG_KEY = 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")';

/** The type of a numbered key: BIGINT, but INTEGER on SQLite; undefined for other columns. */
export function keyWords(column: Column): { readonly model: string; readonly migration: string } | undefined {
  const isBig = column.type.kind === 'integer' && column.type.bits !== 32;
  if (!column.autoincrement || !isBig) return undefined;
  if (column.type.kind === 'integer' && column.type.bits === 16) {
    const small = 'sa.SmallInteger().with_variant(sa.Integer(), "sqlite")';
    return { model: small, migration: small };
  }
  return { model: 'BigIntKey', migration: BIG_KEY };
}

/** The same for a key, which has the very type of the numbered column that it leads to. */
export function numberedWords(column: Column, model: Model): ReturnType<typeof keyWords> {
  const source = typeSource(column, model);
  return keyWords(column) ?? (source === undefined ? undefined : numberedWords(source, model));
}

/** Annotation of a column's value, `None` included where the column may be empty. */
export const annotationOf = (column: Column): string =>
  wordsOf(column.type).annotation + (column.nullable ? ' | None' : '');
