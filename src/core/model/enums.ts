import { memberName } from '../schema/derived-names.ts';
import { constraintName, distinct } from '../schema/identifiers.ts';
import { pascalCase } from '../schema/names.ts';
import { pythonClass } from '../schema/python-names.ts';
import type { EnumType } from './column-type.ts';

/** What an inline enum is made from. */
export type EnumSource = {
  readonly table: string;
  readonly column: string;
  readonly className: string;
  readonly values: readonly string[];
};

/** Names an inline enum: `{table}_{column}` in the database, class and column joined in Python. */
export function enumType({ table, column, className, values }: EnumSource): EnumType {
  const names = distinct(values.map(memberName));
  return {
    kind: 'enum',
    name: constraintName(table, column),
    className: pythonClass(className + pascalCase(column)),
    members: values.map((value, i) => ({ name: names[i] ?? '', value })),
  };
}
