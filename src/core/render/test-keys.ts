import { isReadable } from '../model/api.ts';
import type { Column, Table } from '../model/model.ts';
import { pythonString } from './literals.ts';
import { missingValue } from './python/missing-value.ts';
import type { TemplateView } from './strict-mustache.ts';

/** How the tests of a table write its keys and the paths of its rows. */
export function keyTestView(table: Table): TemplateView {
  const { columns } = table.primaryKey;
  const item = (name: string): string => tuple(columns.map((it) => `${name}[${pythonString(it.name)}]`));
  return {
    hasReadableKey: columns.every(isReadable),
    keyOfItem: item('item'),
    keyOfCreated: item('created'),
    keyOfResponse: item('found'),
    keyTupleOfRow: tuple(columns.map(jsonOfRow)),
    rowPath: rowPath(columns, 'row'),
    againPath: rowPath(columns, 'again'),
    usesQuote: columns.some(needsQuote),
    ...missingPaths(columns),
  };
}

/** A key as JSON has it: numbers and texts are the same there. */
const jsonOfRow = ({ attribute, type }: Column): string =>
  type.kind === 'integer' || type.kind === 'text'
    ? `row.${attribute}`
    : `to_jsonable_python(row.${attribute})`;

const tuple = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] ?? '') : `(${values.join(', ')})`;

/** Texts that may have characters with a meaning in a path. */
const needsQuote = ({ type, checks }: Column): boolean =>
  type.kind === 'text' && (checks.pattern !== undefined || checks.format !== undefined);

/** The f-string of the path of a row that a variable holds. */
export function rowPath(columns: readonly Column[], row: string): string {
  const parts = columns.map((it) => {
    const value = `${row}.${it.attribute}`;
    return needsQuote(it) ? `/{quote(${value}, safe='')}` : `/{${value}}`;
  });
  return `f"{PATH}${parts.join('')}"`;
}

/** Paths of a row that is not there, and of one whose number no database can hold. */
function missingPaths(columns: readonly Column[]): TemplateView {
  const values = columns.map(missingValue);
  if (values.includes(undefined)) return { missingPath: false, overflowPath: false };
  const number = columns.findIndex((it) => it.type.kind === 'integer');
  return {
    missingPath: values.join('/'),
    overflowPath: number < 0 ? false : values.map((it, i) => (i === number ? 2n ** 70n : it)).join('/'),
  };
}
