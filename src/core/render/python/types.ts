import type { ColumnType, TextType } from '../../model/column-type.ts';
import type { Column, Model } from '../../model/model.ts';
import { typeSource } from '../../model/references.ts';
import { pythonString } from '../literals.ts';
import { arrayWords } from './array-words.ts';
import { collatedWords } from './collated-text.ts';
import { call } from './constraints.ts';
import { momentWords } from './moments.ts';
import { nativeWords } from './native-words.ts';
import type { TypeWords } from './type-words.ts';

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
    case 'time':
      return momentWords(type);
    case 'enum':
      return {
        annotation: type.className,
        model: `enum_type(${call(type.className, `name=${pythonString(type.name)}`, schemaOption(type.namespace))})`,
        migration: type.variable,
        input: type.className,
      };
    case 'json':
      return type.binary ? JSONB : JSON_TEXT;
    case 'native':
      return nativeWords(type);
    case 'hstore':
      return type.isThere ? HSTORE : TEXT_MAP;
    case 'array':
      return arrayWords(type, wordsOf(type.items));
    default:
      return SIMPLE[type.kind];
  }
}

/** `schema=…`, where there is one. */
export const schemaOption = (namespace: string | undefined): string | undefined =>
  namespace === undefined ? undefined : `schema=${pythonString(namespace)}`;

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

const SIMPLE = {
  boolean: { annotation: 'bool', model: undefined, migration: 'sa.Boolean()', input: 'bool' },
  date: { annotation: 'dt.date', model: undefined, migration: 'sa.Date()', input: 'IsoDate' },
  interval: { annotation: 'dt.timedelta', model: undefined, migration: 'sa.Interval()', input: 'Duration' },
  binary: { annotation: 'bytes', model: undefined, migration: 'sa.LargeBinary()', input: 'Base64' },
  uuid: { annotation: 'UUID', model: undefined, migration: 'sa.Uuid()', input: 'UUID' },
} as const satisfies Record<string, TypeWords>;

const JSON_TEXT: TypeWords = {
  annotation: 'Any',
  model: 'sa.JSON(none_as_null=True)',
  nullable: 'JsonOrNull()',
  migration: 'sa.JSON()',
  input: 'Json',
};

const TEXT_MAP: TypeWords = { ...JSON_TEXT, annotation: 'dict[str, str | None]', input: 'TextMap' };

/** SQLAlchemy has no types for the call that would make an instance. */
const HSTORE: TypeWords = {
  ...TEXT_MAP,
  model: 'sa.JSON(none_as_null=True).with_variant(postgresql.HSTORE, "postgresql")',
  nullable: 'JsonOrNull().with_variant(postgresql.HSTORE, "postgresql")',
  migration: 'sa.JSON().with_variant(postgresql.HSTORE, "postgresql")',
};

const JSONB: TypeWords = {
  annotation: 'Any',
  model: 'jsonb_type()',
  nullable: 'JsonOrNull().with_variant(postgresql.JSONB(none_as_null=True), "postgresql")',
  migration: 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
  input: 'Json',
};

/** SQLite takes the case of ASCII letters alone for the same. */
const CITEXT =
  'sa.Text().with_variant(postgresql.CITEXT(), "postgresql").with_variant(sa.Text(collation="NOCASE"), "sqlite")';

function textWords(type: TextType): TypeWords {
  const size = type.length === undefined ? '' : String(type.length);
  if (type.collation !== undefined) return collatedWords(type, type.collation);
  if (type.form === 'char') {
    return { annotation: 'str', model: `PaddedChar(${size})`, migration: `sa.CHAR(${size})`, input: 'Str' };
  }
  if (type.form === 'citext') return { annotation: 'str', model: 'CIText', migration: CITEXT, input: 'Str' };
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
