import { isArray } from '../document/json.ts';
import { byteLength, MAX_IDENTIFIER_BYTES } from '../schema/identifiers.ts';
import { type ColumnView, type SchemaView, texts } from '../schema/view.ts';
import { columnLabel, quote, repeated, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB306: an enum without usable values. */
export const enumValues: Rule = {
  code: 'BB306',
  name: 'enum-values',
  severity: 'error',
  summary: 'An enum has no values, one of them twice, or one that the database cannot hold.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .filter((it) => it.type === 'Enum' && it.raw.enum === undefined)
      .flatMap((it) => [...absent(it), ...bad(view, it)]),
};

function absent(column: ColumnView): readonly RuleFinding[] {
  const { values } = column.raw;
  const isEmpty = isArray(values) && values.length === 0;
  if (values !== undefined && !isEmpty) return [];
  return [
    {
      ...valueAt(column, isEmpty ? 'values' : 'type'),
      message: `the enum ${columnLabel(column)} needs "values"`,
    },
  ];
}

function bad(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const values = texts(column.raw.values);
  const twice = repeated(values, (it) => it.text).map(({ item }) => ({
    ...valueAt(column, 'values', item.index),
    message: `the value ${quote(item.text)} of ${columnLabel(column)} is listed twice`,
  }));
  const unusable = values.flatMap(({ text, index }) => {
    const fault = faultOf(view, text);
    if (fault === undefined) return [];
    const message = `the value ${quote(text)} of ${columnLabel(column)} ${fault}`;
    return [{ ...valueAt(column, 'values', index), message }];
  });
  return [...twice, ...unusable];
}

function faultOf(view: SchemaView, value: string): string | undefined {
  if (value === '') return 'is empty; use a column that may be NULL instead';
  if (value.includes('\0') || !value.isWellFormed()) return 'has a character that databases do not store';
  if (view.dbType !== 'postgresql' || byteLength(value) <= MAX_IDENTIFIER_BYTES) return undefined;
  return `is longer than ${MAX_IDENTIFIER_BYTES} bytes, the most that PostgreSQL takes`;
}
