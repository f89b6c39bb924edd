import { isObject, type Json } from '../document/json.ts';
import { OF_TABLES } from '../schema/bare-view.ts';
import { dialectOf } from '../schema/dialects.ts';
import { isView } from '../schema/read-only.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { type Part, parts, type SchemaView, type TableView, text } from '../schema/view.ts';
import { columnLabel, keyAt, quote, tableLabel, valueAt } from './place.ts';
import { placeOfKey } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB450: a view that no database makes, and what a view cannot have. */
export const viewTable: Rule = {
  code: 'BB450',
  name: 'view-table',
  severity: 'error',
  summary:
    'The `definition` of a view is not one query, a foreign key references a view, or a view has what only tables have (a warning: indexes, constraints, defaults, options are without effect there).',
  check: (view) =>
    view.tables.flatMap((table) =>
      isView(table)
        ? [...ofDefinition(table), ...ofEnums(view, table), ...withoutEffect(table)]
        : [...keysToViews(view, table), ...definedTable(table)],
    ),
};

const QUERY = /^\s*(?:\(|select\b|with\b|values\b|table\b)/i;

function ofDefinition(table: TableView): readonly RuleFinding[] {
  const sql = table.raw.definition;
  if (typeof sql !== 'string') {
    const message = `${tableLabel(table)} has no "definition", so the migration does not make the view`;
    return [{ ...valueAt(table, 'kind'), severity: 'information', message }];
  }
  const fault = sqlFault(sql) ?? (QUERY.test(sql) ? undefined : 'is no query; start it with SELECT');
  if (fault === undefined) return [];
  return [{ ...valueAt(table, 'definition'), message: `the definition of ${tableLabel(table)} ${fault}` }];
}

const isOwnEnum = (type: Json | undefined): boolean =>
  isObject(type) && type.type === 'Enum' && type.enum === undefined;

/** An inline enum is a type that nothing else has, so no table that a view reads from. */
function ofEnums(view: SchemaView, table: TableView): readonly RuleFinding[] {
  if (dialectOf(view).enums.kept !== 'type') return [];
  return table.columns
    .filter((it) => [it.raw, it.raw.items].some(isOwnEnum))
    .map((it) => ({
      ...valueAt(it, 'type'),
      message: `${columnLabel(it)} is an enum of its own, which no table has; name one of the "enums"`,
    }));
}

const keysToViews = (view: SchemaView, table: TableView): readonly RuleFinding[] =>
  table.foreignKeys
    .filter((it) =>
      [view.tableByName.get(it.targetTable)].some((target) => target !== undefined && isView(target)),
    )
    .map((it) => ({
      ...placeOfKey(it),
      message: `${quote(`${table.name ?? '?'}.${it.columns.join(', ')}`)} references the view ${quote(it.targetTable)}; databases have foreign keys to tables alone`,
    }));

const definedTable = (table: TableView): readonly RuleFinding[] =>
  table.raw.definition === undefined ? [] : [idle(table, [table, 'definition'])];

function withoutEffect(table: TableView): readonly RuleFinding[] {
  const constraints = parts(table.raw.constraints, [...table.at, 'constraints']);
  const columns = parts(table.raw.columns, [...table.at, 'columns']);
  const hasOptions = isObject(table.raw.options) && Object.values(table.raw.options).includes(true);
  return [
    ...(table.raw.indexes === undefined ? [] : [idle(table, [table, 'indexes'])]),
    ...(hasOptions ? [idle(table, [table, 'options'])] : []),
    ...constraints.filter((it) => it.raw.type !== 'primary_key').map((it) => idle(table, [it, 'type'])),
    ...columns.flatMap((it) =>
      OF_TABLES.filter((name) => it.raw[name] !== undefined && it.raw[name] !== false).map((name) =>
        idle(table, [it, name]),
      ),
    ),
  ];
}

function idle(table: TableView, [part, property]: readonly [Part, string]): RuleFinding {
  const named =
    property === 'type' ? `a constraint of the type ${quote(text(part.raw.type) ?? '?')}` : quote(property);
  const message = `${named} has no effect in ${tableLabel(table)}, which is a ${isView(table) ? 'view' : 'table'}`;
  return { ...keyAt(part, property), severity: 'warning', message };
}
