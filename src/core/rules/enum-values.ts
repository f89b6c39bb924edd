import { isArray } from '../document/json.ts';
import { dialectOf, lengthIn } from '../schema/dialects.ts';
import { type SchemaView, texts } from '../schema/view.ts';
import { type EnumList, enumLists } from './enum-lists.ts';
import { quote, repeated, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB306: an enum without usable values. */
export const enumValues: Rule = {
  code: 'BB306',
  name: 'enum-values',
  severity: 'error',
  summary:
    'An enum has no values, one of them twice, or one that the database cannot hold. An empty value is a warning.',
  check: (view) => enumLists(view).flatMap((it) => [...absent(it), ...bad(view, it)]),
};

/** A named enum without `values` is reported for its structure (BB102). */
function absent({ part, label }: EnumList): readonly RuleFinding[] {
  const { values, type } = part.raw;
  const isEmpty = isArray(values) && values.length === 0;
  if (isEmpty ? false : values !== undefined || type === undefined) return [];
  return [{ ...valueAt(part, isEmpty ? 'values' : 'type'), message: `the enum ${label} needs "values"` }];
}

function bad(view: SchemaView, { part, label }: EnumList): readonly RuleFinding[] {
  const values = texts(part.raw.values);
  const twice = repeated(values, (it) => it.text).map(({ item }) => ({
    ...valueAt(part, 'values', item.index),
    message: `the value ${quote(item.text)} of ${label} is listed twice`,
  }));
  const unusable = values.flatMap(({ text, index }) => {
    const fault = faultOf(view, text);
    if (fault === undefined) return [];
    const message = `the value ${quote(text)} of ${label} ${fault}`;
    return [{ ...valueAt(part, 'values', index), severity: severityOf(text), message }];
  });
  return [...twice, ...unusable];
}

const severityOf = (value: string) => (value === '' ? 'warning' : 'error');

function faultOf(view: SchemaView, value: string): string | undefined {
  if (value === '') return 'is empty; consider a column that may be NULL instead';
  if (value.includes('\0') || !value.isWellFormed()) return 'has a character that databases do not store';
  const { label, enums } = dialectOf(view);
  if (enums.kept === 'column' && /\\| $/.test(value))
    return `ends in a space or has a backslash, which ${label} and its drivers do not keep`;
  const { most, unit } = enums.label;
  if (lengthIn(unit, value) <= most) return undefined;
  return `is longer than ${most} ${unit}, the most that ${label} takes`;
}
