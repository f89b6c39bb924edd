import { isWrittenOut } from '../../model/indexes.ts';
import type { Condition, Exclusion, Index, IndexElement, Model, Table } from '../../model/model.ts';
import { sqlTokens } from '../../schema/sql-tokens.ts';
import { pythonString } from '../literals.ts';
import { serverOf } from '../server.ts';
import { call, isColumnUnique, isConventional, isFilled, strings } from './constraints.ts';

/** Whether `index=True` on the column says it all; beside `unique=True` it would mean one unique index. */
export function isColumnIndex(table: Table, it: Index): boolean {
  const [element, ...others] = it.elements;
  if (element?.column === undefined || others.length > 0) return false;
  const { column } = element;
  return (
    !isOrdered(element) &&
    hasNoOptions(it) &&
    isConventional(it.name, 'ix', [table.name, column.name]) &&
    !table.uniques.some((other) => other.columns[0] === column && isColumnUnique(table, other))
  );
}

/** An index in the arguments of a model's table. */
export function indexArgument(table: Table, it: Index, model: Model): string {
  const columns = it.elements.map((element) => (isOrdered(element) ? undefined : element.column?.name));
  // The naming convention sees only columns.
  const conventional =
    !columns.includes(undefined) && isConventional(it.name, 'ix', [table.name, ...columns.map(String)]);
  const only = it.onPostgresqlOnly ? 'info={"dialect": "postgresql"}' : undefined;
  const index = `sa.Index(${call(conventional ? 'None' : pythonString(it.name), ...it.elements.map(elementText), optionsOf(it, model), only)})`;
  return only === undefined ? index : `${index}.ddl_if(dialect="postgresql")`;
}

/** The list of what an index is made over, and its options, in a migration. */
export const createdIndex = (it: Index, model: Model): string =>
  call(`[${it.elements.map(elementText).join(', ')}]`, optionsOf(it, model));

const isOrdered = (it: IndexElement): boolean => it.descending || it.nulls !== undefined;

/** Whether Alembic cannot compare an index, because some of it is text. */
export const hasText = ({ elements }: Index): boolean => elements.some(isText);

const isText = (it: IndexElement): boolean => it.column === undefined || isWrittenOut(it);

/** A column or expression with its order. */
function elementText(it: IndexElement): string {
  if (it.column === undefined || isText(it)) return sqlText(sqlOf(it));
  const literal = pythonString(it.column.name);
  if (!isOrdered(it)) return literal;
  const nulls = it.nulls === undefined ? '' : `.nulls_${it.nulls}()`;
  return `sa.column(${literal})${it.descending ? '.desc()' : ''}${nulls}`;
}

/** An element as SQL. */
function sqlOf(it: IndexElement): string {
  const what = it.column === undefined ? inBrackets(it.computed) : sqlName(it.column.name);
  const { descending, nulls, opclass } = it;
  const place = nulls === undefined ? '' : `NULLS ${nulls.toUpperCase()}`;
  return [what, opclass ?? '', descending ? 'DESC' : '', place].filter((word) => word !== '').join(' ');
}

/** An exclusion in the arguments of a model's table; `name` is an expression. */
export function exclusionCall(it: Exclusion, name: string): string {
  const elements = it.elements.map((element) => {
    const what =
      element.column === undefined
        ? sqlText(inBrackets(element.computed))
        : pythonString(element.column.name);
    return `(${what}, ${pythonString(element.operator)})`;
  });
  const where = it.where === undefined ? undefined : `where=${sqlText(it.where.sql)}`;
  return `postgresql.ExcludeConstraint(${call(...elements, where, `using=${pythonString(it.method)}`, `name=${name}`)})`;
}

const sqlName = (name: string): string => `"${name}"`;

/** An index takes the call of a function as it is, and any other expression in brackets. */
const inBrackets = ({ sql }: Condition): string => (isOneCall(sql) ? sql : `(${sql})`);

function isOneCall(sql: string): boolean {
  const tokens = sqlTokens(sql).map((it) => (it.kind === 'operator' ? it.raw : it.kind));
  if (tokens[0] !== 'word' || tokens[1] !== '(') return false;
  let depth = 0;
  const end = tokens.findIndex((it) => {
    depth += it === '(' ? 1 : it === ')' ? -1 : 0;
    return it === ')' && depth === 0;
  });
  return end === tokens.length - 1;
}

/** SQL as SQLAlchemy takes it; a colon would start a bound parameter. */
export const sqlText = (sql: string): string => `sa.text(${pythonString(sql.replaceAll(':', '\\:'))})`;

const hasNoOptions = (it: Index): boolean =>
  !it.unique &&
  it.method === undefined &&
  it.include.length === 0 &&
  it.where === undefined &&
  it.elements.every((element) => element.opclass === undefined);

/** What an index has beside its elements. */
function optionsOf(it: Index, { project }: Model): string {
  const { dialect } = serverOf(project);
  const where = it.where === undefined ? undefined : sqlText(it.where.sql);
  const classes = it.elements.filter((element) => element.opclass !== undefined && !isWrittenOut(element));
  return call(
    it.unique ? 'unique=True' : undefined,
    it.method === undefined ? undefined : `postgresql_using=${pythonString(it.method)}`,
    classes.length === 0 ? undefined : `postgresql_ops={${classes.map(classOf).join(', ')}}`,
    it.include.length === 0
      ? undefined
      : `${dialect}_include=[${strings(it.include.map((column) => column.name))}]`,
    it.nullsNotDistinct && dialect === 'postgresql' ? 'postgresql_nulls_not_distinct=True' : undefined,
    ...serverPart(it).map((sql) => `${dialect}_where=${sqlText(sql)}`),
    where === undefined || it.onPostgresqlOnly ? undefined : `sqlite_where=${where}`,
  );
}

/** Which rows an index is about on the server. */
function serverPart({ where, filled }: Index): readonly string[] {
  const written = where === undefined ? [] : [where.onServer ?? where.sql];
  const all = [...written, ...filled.map(isFilled)];
  return all.length === 0 ? [] : [all.join(' AND ')];
}

const classOf = (it: IndexElement): string =>
  `${pythonString(it.column?.name ?? '')}: ${pythonString(it.opclass ?? '')}`;
