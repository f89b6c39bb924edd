import { isArray, type Json } from '../document/json.ts';
import type { ValueKind } from '../schema/column-types.ts';
import { enumSource } from '../schema/named-enums.ts';
import { isReadDefault, readSqlLiteral } from '../schema/sql-literals.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { type SchemaView, text } from '../schema/view.ts';
import { defaultLeaves, type Leaf } from './default-leaves.ts';
import { misfit } from './literals.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB324: a default of the database that does not fit the column, or that is not one SQL expression. */
export const serverDefault: Rule = {
  code: 'BB324',
  name: 'server-default',
  severity: 'error',
  summary: 'The `server_default` does not fit the type of its column, or is not one balanced SQL expression.',
  check: (view) => typedColumns(view).flatMap((it) => checkColumn(view, it)),
};

/** The kinds of column that can hold the value of each word. */
const KINDS: Readonly<Record<string, readonly ValueKind[]>> = {
  now: ['datetime', 'date', 'time'],
  today: ['date'],
  uuid: ['uuid'],
  true: ['boolean'],
  false: ['boolean'],
};

function checkColumn(view: SchemaView, it: TypedColumn): readonly RuleFinding[] {
  const { table, column, typed, kind } = it;
  const written = text(column.raw.server_default);
  if (written === undefined) return [];
  const place = valueAt(column, 'server_default');
  if (written === 'null') {
    const message = `the server default of ${columnLabel(column)} is NULL, but the column is never NULL`;
    return isRequired(table, column) ? [{ ...place, message }] : [];
  }
  const kinds = Object.hasOwn(KINDS, written) ? KINDS[written] : undefined;
  if (kinds !== undefined) {
    const message = `the server default ${quote(written)} is no value of ${columnLabel(column)}, which is of the type ${typed.type ?? ''}`;
    return kinds.includes(kind) ? [] : [{ ...place, message }];
  }
  const fault = faultOf(view, it, written);
  return fault === undefined ? [] : [{ ...place, message: fault }];
}

function faultOf(view: SchemaView, it: TypedColumn, sql: string): string | undefined {
  const { column, kind, typed } = it;
  const read = isReadDefault(kind) ? readSqlLiteral(kind, sql, typed) : '';
  if (kind === 'array' && read !== undefined) return faultOfArray(view, it, read as Json);
  if (read === undefined)
    return `the server default of ${columnLabel(column)} is no literal that is understood; write it as "default"`;
  const fault = sqlFault(sql);
  return fault === undefined ? undefined : `the SQL of ${columnLabel(column)} ${fault}`;
}

/** Items of types that only the database knows are its own affair. */
function faultOfArray(view: SchemaView, it: TypedColumn, read: Json): string | undefined {
  const label = `the server default of ${columnLabel(it.column)}`;
  const shape = misfit(it.typed, 'array', read);
  if (shape !== undefined) return `${label} ${shape}`;
  const faults = defaultLeaves(it, read).map((leaf) =>
    leaf.kind === 'native' ? undefined : (misfit(leaf.typed, leaf.kind, leaf.value) ?? notListed(view, leaf)),
  );
  const fault = faults.find((reason) => reason !== undefined);
  return fault === undefined ? undefined : `an item of ${label} ${fault}`;
}

function notListed(view: SchemaView, { typed, kind, value }: Leaf): string | undefined {
  const listed = kind === 'enum' ? enumSource(view, typed)?.raw.values : undefined;
  return isArray(listed) && !listed.includes(value) ? 'is none of the values' : undefined;
}
