import type { NativeType } from '../../model/column-type.ts';
import { pythonString } from '../literals.ts';
import { call } from './constraints.ts';
import type { TypeWords } from './type-words.ts';

type Form = NativeType['form'];

/** How each type is written in `app/core/native.py` and by SQLAlchemy. */
type Names = {
  /** Alias of its values in a request. */
  readonly input: string;
  /** Function that gives values one form, where the database takes several for the same. */
  readonly canonical?: string;
  /** SQLAlchemy's type of PostgreSQL, for the migration; without one it has a type by name. */
  readonly postgresql?: string;
};

/** The names of every such type. */
export const NATIVE_NAMES: Readonly<Record<Form, Names>> = {
  inet: { input: 'Inet', canonical: 'inet_text', postgresql: 'INET' },
  cidr: { input: 'Cidr', canonical: 'cidr_text', postgresql: 'CIDR' },
  macaddr: { input: 'MacAddress', postgresql: 'MACADDR' },
  tsvector: { input: 'Str', postgresql: 'TSVECTOR' },
  xml: { input: 'Xml' },
  ltree: { input: 'LabelPath' },
  bit: { input: 'Bits', postgresql: 'BIT' },
  int4range: { input: 'Int4Range', canonical: 'int4range_text', postgresql: 'INT4RANGE' },
  int8range: { input: 'Int8Range', canonical: 'int8range_text', postgresql: 'INT8RANGE' },
  numrange: { input: 'NumRange', canonical: 'numrange_text', postgresql: 'NUMRANGE' },
  daterange: { input: 'DateRange', canonical: 'daterange_text', postgresql: 'DATERANGE' },
  tsrange: { input: 'TsRange', canonical: 'tsrange_text', postgresql: 'TSRANGE' },
  tstzrange: { input: 'TsTzRange', canonical: 'tstzrange_text', postgresql: 'TSTZRANGE' },
  custom: { input: 'Str' },
};

/** The words for a type that is text in Python; where the database lacks it, it is text there as well. */
export function nativeWords(type: NativeType): TypeWords {
  const input = inputOf(type);
  const { sqlType } = type;
  if (sqlType === undefined) {
    const plain = type.length === undefined ? 'sa.Text()' : `sa.String(${type.length})`;
    return { annotation: 'str', model: plain, migration: plain, input };
  }
  return {
    annotation: 'str',
    model: modelType(type, sqlType),
    migration: migrationType(type, sqlType),
    input,
  };
}

function inputOf({ form, length, fixed }: NativeType): string {
  const { input } = NATIVE_NAMES[form];
  if (form !== 'bit' || length === undefined) return input;
  return `Annotated[${input}, Field(${call(fixed ? `min_length=${length}` : '', `max_length=${length}`)})]`;
}

function modelType({ form }: NativeType, sqlType: string): string {
  const name = pythonString(sqlType);
  return form === 'xml' || form === 'custom'
    ? `OpaqueText(${name})`
    : `NativeText(${call(name, NATIVE_NAMES[form].canonical)})`;
}

function migrationType(type: NativeType, sqlType: string): string {
  const known = NATIVE_NAMES[type.form].postgresql;
  if (known === undefined) return `native(${pythonString(sqlType)})`;
  const options =
    type.form === 'bit' &&
    call(type.length === undefined ? '' : String(type.length), type.fixed ? '' : 'varying=True');
  return `sa.Text().with_variant(postgresql.${known}(${options || ''}), "postgresql")`;
}
