import { isWritable } from '../../model/api.ts';
import type { Check, Column, Table } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';
import { oncePer } from '../../shared/once-per.ts';
import { requiredKeys } from '../parents.ts';
import { defaultOf } from '../python/defaults.ts';
import { candidates } from './candidates.ts';
import { evaluate, type Value } from './evaluate.ts';
import { plainSample, type Sample } from './sample.ts';

/** Rows of a table that meet its checks. */
type CheckedRows = {
  /** What the columns of checks get; the others get their plain samples. */
  readonly samples: ReadonlyMap<Column, Sample>;
  /** Whether such rows were found. */
  readonly isFound: boolean;
};

/** The samples of the columns that checks mention, so that every row meets every check. */
const checkedRows: (table: Table) => CheckedRows = oncePer((table: Table) => {
  const samples = new Map<Column, Sample>();
  const isFound = groupsOf(table).every((group) => assign(table, group, samples));
  return { samples, isFound };
});

/** Whether a factory can make rows that meet the checks of a table. */
export const meetsChecks = (table: Table): boolean => checkedRows(table).isFound;

/** The sample of a column in the rows of its table; undefined when none is known that the API accepts. */
export const sampleOf = (column: Column, table: Table): Sample | undefined =>
  checkedRows(table).samples.get(column) ?? plainSample(column);

/** Whether a factory gives a column a value. */
export function isSet(column: Column, table: Table): boolean {
  const sample = checkedRows(table).samples.get(column);
  return isSettable(column) && (sample === undefined || sample.text !== undefined);
}

function isSettable(column: Column): boolean {
  if (column.autoincrement || column.origin !== 'schema') return false;
  const words = defaultOf(column);
  if (isReference(column) && column.nullable) return false;
  if (column.serverDefault !== undefined && words?.python !== undefined) return false;
  return isWritable(column) || (!column.nullable && words === undefined);
}

/** Whether a row still meets the checks when one column has another value. */
export function meetsWith(table: Table, column: Column, value: Value): boolean {
  const checks = table.checks.filter((it) => it.columns.includes(column));
  const { samples } = checkedRows(table);
  return checks.every((it) =>
    holds(it, (own, n) => (own === column ? value : valuesIn(table, own, samples)(n))),
  );
}

/** Whether a row may take the values of some columns from another row: checks see all of theirs from one row. */
export const areIndependent = (table: Table, columns: readonly Column[]): boolean =>
  table.checks.every((check) => {
    const shared = check.columns.filter((it) => columns.includes(it)).length;
    return shared === 0 || shared === check.columns.length;
  });

/** Whether a check mentions a column. */
export const isChecked = (column: Column, table: Table): boolean =>
  table.checks.some((it) => it.columns.includes(column));

/** Whether a value makes a check false in every row. */
export function breaks(table: Table, check: Check, [column, value]: readonly [Column, Value]): boolean {
  const { samples } = checkedRows(table);
  const held: Held = (own, n) => (own === column ? value : valuesIn(table, own, samples)(n));
  return inEveryRow(check, held, (met) => met === false);
}

/** Columns that are linked by checks, with those checks. */
type Group = { readonly columns: readonly Column[]; readonly checks: readonly Check[] };

function groupsOf(table: Table): readonly Group[] {
  let groups: readonly Group[] = [];
  for (const check of table.checks) {
    const linked = groups.filter((it) => it.columns.some((column) => check.columns.includes(column)));
    const columns = new Set([...linked.flatMap((it) => it.columns), ...check.columns]);
    const checks = [...linked.flatMap((it) => it.checks), check];
    groups = [...groups.filter((it) => !linked.includes(it)), { columns: [...columns], checks }];
  }
  return groups;
}

/** Rows that are tried: the numbers of those that a test makes, and some that come late. */
const ROWS = [...Array.from({ length: 70 }, (_, n) => n), 99, 100, 101, 255, 256, 999, 1000, 4999];
/** So many combinations of samples are tried. */
const MOST_TRIES = 4000;

/** Finds samples for the columns of a group and adds them; false when none of the tried ones meet its checks. */
function assign(table: Table, { columns, checks }: Group, samples: Map<Column, Sample>): boolean {
  const expressions = checks.map((it) => it.expression).filter((it) => it !== undefined);
  if (expressions.length < checks.length) return false;
  const free = columns.filter((it) => isSettable(it) && !isGivenByKey(table, it));
  const choices = free.map((it) => candidates(it, expressions));
  const total = choices.reduce((product, it) => product * it.length, 1);
  for (let turn = 0; turn < Math.min(total, MOST_TRIES); turn += 1) {
    const tried = new Map(samples);
    let rest = turn;
    free.forEach((column, i) => {
      const own = choices[i] ?? [];
      const sample = own[rest % own.length];
      rest = Math.floor(rest / own.length);
      if (sample !== undefined) tried.set(column, sample);
    });
    const held: Held = (column, n) => valuesIn(table, column, tried)(n);
    if (checks.every((it) => holds(it, held))) {
      for (const [column, sample] of tried) samples.set(column, sample);
      return true;
    }
  }
  return false;
}

type Held = (column: Column, n: number) => Value;

/** A check is met unless it is false; on what cannot be told nothing should depend. */
const holds = (check: Check, held: Held): boolean =>
  inEveryRow(check, held, (met) => met === true || met === null);

function inEveryRow({ expression, columns }: Check, held: Held, test: (met: Value) => boolean): boolean {
  if (expression === undefined) return false;
  const named = (name: string): Column | undefined =>
    columns.find((it) => it.name === name) ?? columns.find((it) => it.name === name.toLowerCase());
  return ROWS.every((n) =>
    test(
      evaluate(expression, (name) => {
        const column = named(name);
        return column === undefined ? undefined : held(column, n);
      }),
    ),
  );
}

const isGivenByKey = (table: Table, column: Column): boolean =>
  requiredKeys(table).some((it) => it.columns.includes(column.name));

/** What a column holds in the `n`-th row. */
function valuesIn(table: Table, column: Column, samples: ReadonlyMap<Column, Sample>): Sample['at'] {
  const sample = samples.get(column);
  if (sample !== undefined) return sample.at;
  if (isGivenByKey(table, column)) return () => keyValue(table, column);
  if (isSettable(column)) return plainSample(column)?.at ?? (() => undefined);
  const isEmpty = column.nullable && defaultOf(column) === undefined;
  return () => (isEmpty ? null : undefined);
}

/** The key of a row that was made for this column alone. */
function keyValue(table: Table, column: Column): Value {
  const keys = requiredKeys(table).filter((it) => it.columns.includes(column.name));
  const [key] = keys;
  if (key === undefined || keys.length > 1 || key.columns.length > 1) return undefined;
  return { row: key.name, column: `${key.targetTable}.${key.targetColumns[0] ?? ''}` };
}
