import type { Column } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';

/** A key that no row has, for each type that has one. */
const MISSING: Readonly<Record<string, unknown>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '1901-01-01',
  text: 'zzz',
};

/** A value of a column that no row of the tests has; undefined where none is certain. */
export function missingValue(column: Column): unknown {
  const { type, checks } = column;
  const checked = !isReference(column) && Object.values(checks).some((it) => it !== undefined);
  if (checked || (type.kind === 'text' && type.length !== undefined && type.length < 3)) return undefined;
  return type.kind === 'integer' ? 2n ** BigInt(type.bits - 1) - 1n : MISSING[type.kind];
}
