import type { Check, Model, Table } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';
import { dialectOf } from '../../schema/dialects.ts';
import { constraintName, distinct } from '../../schema/identifiers.ts';
import type { Sql } from '../../schema/sql-expression.ts';
import { tsqlCondition } from '../../schema/tsql.ts';

/** Everything that the rows of a table must meet: its checks, and that of each enum where the database has no enums. */
export function databaseChecks(table: Table, { project }: Model): readonly Check[] {
  if (dialectOf(project).enums.kept !== 'check') return table.checks;
  const made = table.columns.flatMap((it) => checkOfEnum(table, it));
  const names = distinct(
    made.map((it) => it.name),
    table.checks.map((it) => it.name),
  );
  return [...table.checks, ...made.map((it, i) => ({ ...it, name: names[i] ?? it.name }))];
}

/** What a key holds is one of the values already. */
function checkOfEnum(table: Table, column: Table['columns'][number]): readonly Check[] {
  const { type, name } = column;
  if (type.kind !== 'enum' || isReference(column)) return [];
  const values = type.members.map((it) => it.value);
  const list = values.map((it) => `'${it.replaceAll("'", "''")}'`).join(', ');
  const expression: Sql = {
    kind: 'in',
    value: { kind: 'column', name },
    list: values.map((value) => ({ kind: 'literal', value })),
    negated: false,
  };
  return [
    {
      name: constraintName('ck', table.name, name),
      sql: `"${name}" IN (${list})`,
      onServer: tsqlCondition(expression, () => 'enum'),
      columns: [column],
      expression,
      onlyOn: undefined,
    },
  ];
}
