import type { Column, Link, Model, Table } from '../../model/model.ts';
import { distinct } from '../../schema/identifiers.ts';
import { pascalCase } from '../../schema/names.ts';
import { groupBy } from '../../shared/group-by.ts';
import { oncePer } from '../../shared/once-per.ts';

/** What the functions and operations of a table's routes are called. */
export type FunctionNames = {
  /** One row, as in `get_order_item`. */
  readonly singular: string;
  /** Many rows, as in `list_order_items`. */
  readonly plural: string;
  /** Many rows in an operation's id, as in `listOrderItems`. */
  readonly operationPlural: string;
  /** One row in a message, as in `Order item not found.` */
  readonly label: string;
};

/** The names of the functions of a table. */
export function functionNames(table: Table, model: Model): FunctionNames {
  const singular = snakeCase(table.className);
  const words = singular.replaceAll('_', ' ').trim();
  return {
    singular,
    plural: table.module === singular ? `${table.module}_rows` : table.module,
    operationPlural: operationPlurals(model).get(table) ?? '',
    label: words.slice(0, 1).toUpperCase() + words.slice(1),
  };
}

/**
 * What the operations of a table's links are called, as in `listTagsOfPost`; another table's list may have that name,
 * so one gives way.
 */
export const linkNames = (table: Table, model: Model): readonly string[] =>
  linksByTable(model)
    .get(table)
    ?.map((it) => it.name) ?? [];

const linksByTable = oncePer((model: Model) => {
  const all = model.tables.flatMap((it) => it.links.map((link) => ({ table: it, name: linkName(it, link) })));
  const names = distinct(
    all.map((it) => it.name),
    operationPlurals(model).values(),
  );
  return groupBy(
    all.map(({ table }, i) => ({ table, name: names[i] ?? '' })),
    (it) => it.table,
  );
});

const linkName = ({ className }: Table, { attribute }: Link): string =>
  `${pascalCase(attribute)}Of${className}`;

const operationPlurals = oncePer((model: Model): ReadonlyMap<Table, string> => {
  const plurals = distinct(model.tables.map((it) => pascalCase(it.module)));
  return new Map(model.tables.map((it, i) => [it, plurals[i] ?? '']));
});

const snakeCase = (name: string): string =>
  name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/^_+|_+$/g, '');

/** Names that the functions with key parameters use themselves. */
const TAKEN = new Set(
  (
    'session data params row request response service schemas models sa get update delete create location values ' +
    'value name query utcnow hash_password setattr isinstance items links keys key lock ' +
    'if_match if_none_match check_version etag flush_if_unchanged not_modified tagged'
  ).split(' '),
);

/** The parameters for the columns of a table's key, in routes and functions; ASCII, as a route's path demands. */
export function keyParameters(table: Table, singular: string): readonly string[] {
  const { columns } = table.primaryKey;
  return distinct(columns.length === 1 ? columns.map((it) => single(it, singular)) : columns.map(parameter));
}

function single(column: Column, singular: string): string {
  const name = asciiName(column.attribute);
  return name.startsWith(`${singular}_`) ? name : parameterName(`${asciiName(singular)}_${name}`);
}

const parameter = ({ attribute }: Column): string => parameterName(asciiName(attribute));

const parameterName = (name: string): string => (TAKEN.has(name) ? `${name}_` : name);

const asciiName = (name: string): string => {
  const ascii = name.replace(/[^A-Za-z0-9_]+/g, '_');
  return /^[A-Za-z]/.test(ascii) ? ascii : `key${ascii}`;
};
