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
  const difference = differenceOf(own, referenced);
  if (difference === 'none') return [];
  const advice =
    key.origin === 'column'
      ? 'the types must agree, "ForeignKey" takes that of the target'
      : 'the types must agree';
  const message = `${columnLabel(column)} (${own.type ?? ''}) references ${columnLabel(target)} (${referenced.type ?? ''}); ${
    difference === 'error' ? advice : 'the types should agree'
  }`;
  const place = key.origin === 'column' ? valueAt(column, 'type') : valueAt(key, 'columns', index);
  const related = [{ at: [...referenced.at, 'type'], message: 'the type of the target' }];
  return [{ ...place, severity: difference, message, related }];
}

type Difference = 'none' | 'warning' | 'error';

function differenceOf(column: ColumnView, referenced: ColumnView): Difference {
  const [own, theirs] = [kindOfType(column.type), kindOfType(referenced.type)];
  // A column of the type `ForeignKey` has the very type of its target.
  if (column === referenced || own === undefined || theirs === undefined) return 'none';
  return own === theirs ? sameKind(column, referenced) : differentKind(own, theirs);
}

function sameKind(column: ColumnView, referenced: ColumnView): Difference {
  if (column.type === referenced.type) {
    return (column.raw.timezone === true) === (referenced.raw.timezone === true)
      ? enumDifference(column)
      : 'warning';
  }
  return 'warning';
}

/** Two inline enums are two types of PostgreSQL, whatever their values are. */
const enumDifference = (column: ColumnView): Difference => (column.type === 'Enum' ? 'error' : 'none');

/** Whole numbers compare with other numbers; nothing else compares across kinds on every database. */
const differentKind = (own: ValueKind, theirs: ValueKind): Difference =>
  own === 'integer' && (theirs === 'decimal' || theirs === 'float') ? 'warning' : 'error';
