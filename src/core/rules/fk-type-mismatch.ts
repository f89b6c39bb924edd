import { kindOfType, type ValueKind } from '../schema/column-types.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { ColumnView, KeyView, SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import { type ReferencePair, references } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB414: a column with a type of its own that cannot hold the values it references. */
export const fkTypeMismatch: Rule = {
  code: 'BB414',
  name: 'fk-type-mismatch',
  severity: 'error',
  summary:
    'A column of a foreign key has a type that the database cannot compare with the type of the column it references.',
  check: (view) =>
    references(view).flatMap(({ key, pairs }) => pairs.flatMap((it) => checkPair(view, key, it))),
};

function checkPair(view: SchemaView, key: KeyView, pair: ReferencePair): readonly RuleFinding[] {
  const { column, target, index } = pair;
  const [own, referenced] = [resolvedColumn(view, column), resolvedColumn(view, target)];
  if (column === undefined || target === undefined || own === undefined || referenced === undefined)
    return [];
  const difference = differenceOf(view, own, referenced);
  if (difference === 'none') return [];
  const wanted = own.type === referenced.type && view.dbType === 'mssql' ? LENGTHS : 'the types must agree';
  const advice = key.origin === 'column' ? `${wanted}, "ForeignKey" takes that of the target` : wanted;
  const message = `${columnLabel(column)} (${own.type ?? ''}) references ${columnLabel(target)} (${referenced.type ?? ''}); ${
    difference === 'error' ? advice : 'the types should agree'
  }`;
  const place = key.origin === 'column' ? valueAt(column, 'type') : valueAt(key, 'columns', index);
  const related = [{ at: [...referenced.at, 'type'], message: 'the type of the target' }];
  return [{ ...place, severity: difference, message, related }];
}

const LENGTHS = 'SQL Server wants the same length and digits';

type Difference = 'none' | 'warning' | 'error';

function differenceOf(view: SchemaView, column: ColumnView, referenced: ColumnView): Difference {
  const [own, theirs] = [kindOfType(column.type), kindOfType(referenced.type)];
  // A column of the type `ForeignKey` has the very type of its target.
  if (column === referenced || own === undefined || theirs === undefined) return 'none';
  if (isTextOfEnum(view, column, referenced)) return 'warning';
  if (view.dbType === 'mssql')
    return storedOnMssql(column) === storedOnMssql(referenced) ? enumDifference(column, referenced) : 'error';
  return own === theirs ? sameKind(column, referenced) : differentKind(own, theirs);
}

/** SQLite keeps the values of an enum as texts, and compares them with those of any text and of an equal enum. */
function isTextOfEnum({ dbType }: SchemaView, column: ColumnView, referenced: ColumnView): boolean {
  if (dbType !== 'sqlite' || referenced.type !== 'Enum') return false;
  if (column.raw.values === undefined) return kindOfType(column.type) === 'text';
  return JSON.stringify(column.raw.values) === JSON.stringify(referenced.raw.values);
}

/** SQL Server wants the very same type, length and scale (its errors 1753 and 1778). */
function storedOnMssql({ type = '', raw }: ColumnView): string {
  const { length, precision, scale, timezone, varying, subtype } = raw;
  const isFloat = kindOfType(type) === 'float';
  const digits = kindOfType(type) === 'decimal' ? [precision, scale ?? 0] : [precision];
  const isLong = type === 'Text' || (type === 'String' && length === undefined);
  return isFloat
    ? 'float'
    : isLong
      ? 'text'
      : JSON.stringify([type, length, ...digits, timezone === true, varying, subtype]);
}

function sameKind(column: ColumnView, referenced: ColumnView): Difference {
  if (column.type === referenced.type) {
    if (column.type === 'Range' && column.raw.subtype !== referenced.raw.subtype) return 'error';
    return (column.raw.timezone === true) === (referenced.raw.timezone === true)
      ? enumDifference(column, referenced)
      : 'warning';
  }
  return kindOfType(column.type) === 'native' ? 'error' : 'warning';
}

/** Two inline enums are two types of PostgreSQL, whatever their values are. */
const enumDifference = (column: ColumnView, referenced: ColumnView): Difference =>
  column.type !== 'Enum' || (column.raw.enum !== undefined && column.raw.enum === referenced.raw.enum)
    ? 'none'
    : 'error';

/** Whole numbers compare with other numbers; nothing else compares across kinds on every database. */
const differentKind = (own: ValueKind, theirs: ValueKind): Difference =>
  own === 'integer' && (theirs === 'decimal' || theirs === 'float') ? 'warning' : 'error';
