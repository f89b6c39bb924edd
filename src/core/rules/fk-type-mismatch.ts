import { kindOfType, type ValueKind } from '../schema/column-types.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { ColumnView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import { references } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB414: a column with a type of its own that cannot hold the values it references. */
export const fkTypeMismatch: Rule = {
  code: 'BB414',
  name: 'fk-type-mismatch',
  severity: 'error',
  summary:
    'A column with `target` has a type of its own that the database cannot compare with the type of the target.',
  check: (view) =>
    references(view).flatMap(({ column, target }) => {
      if (column.type === 'ForeignKey') return [];
      const referenced = resolvedColumn(view, target);
      return referenced === undefined || target === undefined ? [] : compare(column, referenced, target);
    }),
};

function compare(column: ColumnView, referenced: ColumnView, target: ColumnView): readonly RuleFinding[] {
  const [own, theirs] = [kindOfType(column.type), kindOfType(referenced.type)];
  if (own === undefined || theirs === undefined) return [];
  const difference = own === theirs ? sameKind(column, referenced) : differentKind(own, theirs);
  if (difference === 'none') return [];
  const message = `${columnLabel(column)} (${column.type ?? ''}) references ${columnLabel(target)} (${referenced.type ?? ''}); ${
    difference === 'error'
      ? 'the types must agree, "ForeignKey" takes that of the target'
      : 'the types should agree'
  }`;
  return [
    {
      ...valueAt(column, 'type'),
      severity: difference,
      message,
      related: [{ at: [...referenced.at, 'type'], message: 'the type of the target' }],
    },
  ];
}

type Difference = 'none' | 'warning' | 'error';

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
