import type { Column } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';
import { pythonString } from '../literals.ts';
import { isPassword, longest } from './checks.ts';

/** Python literals of values that a POST may not give a column. */
export function refusedValues(column: Column): readonly string[] {
  if (isPassword(column)) return (column.checks.minLength ?? 8) > 'short'.length ? ['"short"'] : [];
  return [...ofType(column), ...outOfRange(column)];
}

function ofType(column: Column): readonly string[] {
  const { type } = column;
  switch (type.kind) {
    case 'integer':
      return [`2**${type.bits - 1}`];
    case 'text':
      return refusedTexts(column);
    case 'decimal':
      return type.precision === undefined ? [] : refusedDecimals(type.precision, type.scale ?? 0);
    case 'datetime':
      return type.timezone
        ? ['0', '"2026-01-01T00:00:00"', '"0001-01-01T00:00:00+01:00"']
        : ['"2026-01-01T00:00:00Z"'];
    case 'time':
      return type.timezone ? ['"25:00"', '"08:00:00"'] : ['"25:00"'];
    default:
      return SIMPLE[type.kind];
  }
}

const SIMPLE = {
  boolean: ['"maybe"'],
  date: ['0'],
  enum: ['"no such value"'],
  uuid: ['"no uuid"'],
  float: ['"NaN"'],
  json: ['{"text": "\\x00"}', `${'['.repeat(40)}${']'.repeat(40)}`],
} as const;

function refusedTexts(column: Column): readonly string[] {
  const max = longest(column);
  return ['"\\x00"', ...(max === undefined ? [] : [`"x" * ${max + 1}`])];
}

/** One digit too many before the point, and one after it. */
const refusedDecimals = (precision: number, scale: number): readonly string[] => [
  pythonString(`1${'0'.repeat(precision - scale)}`),
  pythonString(`0.${'0'.repeat(scale)}1`),
];

function outOfRange(column: Column): readonly string[] {
  const { type, checks } = column;
  const isNumber = type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'float';
  if (!isNumber || isReference(column)) return [];
  return [
    ...(checks.min === undefined ? [] : beside(checks.min, -1)),
    ...(checks.max === undefined ? [] : beside(checks.max, 1)),
  ];
}

/** The next number but for those that are too large to have one. */
const beside = (bound: number, step: 1 | -1): readonly string[] =>
  Number.isSafeInteger(Math.trunc(bound) + step) ? [String(bound + step)] : [];
