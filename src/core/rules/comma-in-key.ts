import { ownName } from '../schema/namespaces.ts';
import { pairRelationships } from '../schema/pairing.ts';
import type { KeyView, SchemaView, TableView } from '../schema/view.ts';
import { quote, valueAt } from './place.ts';
import type { RuleFinding } from './rule.ts';

/**
 * Names of key columns with a comma, at which SQLAlchemy splits what PostgreSQL tells of a foreign key
 * (`get_multi_foreign_keys` of its dialect), so that no migration could be compared with the database.
 */
export function commasInKeys(view: SchemaView): readonly RuleFinding[] {
  if (view.dbType !== 'postgresql') return [];
  return [...view.tables.flatMap((it) => it.foreignKeys.flatMap(inKey)), ...inAssociations(view)];
}

const hasComma = (name: string): boolean => name.includes(',');

function inKey(key: KeyView): readonly RuleFinding[] {
  const [own, other] = key.origin === 'column' ? ['name', 'target'] : ['columns', 'target_columns'];
  return [
    ...key.columns.filter(hasComma).map((it) => refused(valueAt(key, own ?? ''), it)),
    ...key.targetColumns.filter(hasComma).map((it) => refused(valueAt(key, other ?? ''), it)),
  ];
}

/** The columns of association tables that are made have the names of both tables and of their keys in theirs. */
function inAssociations(view: SchemaView): readonly RuleFinding[] {
  const ends = pairRelationships(view).filter(
    (it) => it.view.type === 'many_to_many' && it.secondary === undefined,
  );
  return ends.flatMap((it) =>
    [it.source, it.target]
      .flatMap(namesOf)
      .filter(hasComma)
      .slice(0, 1)
      .map((name) => refused(valueAt(it.view, 'target_table'), name)),
  );
}

const namesOf = (table: TableView): readonly string[] => [ownName(table.name ?? ''), ...table.primaryKey];

const refused = (place: Pick<RuleFinding, 'at' | 'part'>, name: string): RuleFinding => ({
  ...place,
  severity: 'error',
  message: `the name ${quote(name)} contains a comma, by which SQLAlchemy would split a foreign key; use letters, digits and underscores`,
});
