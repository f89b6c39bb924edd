import { pascalCase } from '../schema/names.ts';
import { type TableView, text } from '../schema/view.ts';
import { quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB210: names of tables and classes in another style than SQL and Python have. */
export const namingStyle: Rule = {
  code: 'BB210',
  name: 'naming-style',
  severity: 'warning',
  summary:
    'The name of a table is not in snake_case, which PostgreSQL wants in quotes in every query, or a class is not in PascalCase, as PEP 8 has it.',
  check: (view) => view.tables.flatMap((it) => [...tableName(it), ...className(it)]),
};

function tableName(table: TableView): readonly RuleFinding[] {
  const name = text(table.raw.table_name);
  if (name === undefined || /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_]+$/u.test(name)) return [];
  const message = `the table ${quote(name)} is not in snake_case${proposal(snakeCase(name))}`;
  return [{ ...valueAt(table, 'table_name'), message }];
}

function className(table: TableView): readonly RuleFinding[] {
  const name = text(table.raw.class_name);
  if (name === undefined || /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}]*$/u.test(name)) return [];
  const message = `the class ${quote(name)} is not in PascalCase${proposal(pascalCase(name))}`;
  return [{ ...valueAt(table, 'class_name'), message }];
}

/** Nothing where no letter is left. */
const proposal = (name: string): string => (name === '' ? '' : `, as ${quote(name)} would be`);

/** `OrderItems` and `HTTPLogs` → `order_items` and `http_logs`; characters that no Python name has are underscores. */
const snakeCase = (name: string): string =>
  name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
