import { type TableView, texts } from '../schema/view.ts';
import { tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB431: a key over the column that `use_optimistic_lock` counts up. */
export const versionInKey: Rule = {
  code: 'BB431',
  name: 'version-in-key',
  severity: 'error',
  summary:
    'A primary key or foreign key has the `version` of `use_optimistic_lock`, which changes with every write.',
  check: (view) => view.tables.filter(isCounted).flatMap(keysOfVersion),
};

const isCounted = ({ options, columnByName }: TableView): boolean =>
  options.use_optimistic_lock === true && !columnByName.has('version');

function keysOfVersion(table: TableView): readonly RuleFinding[] {
  const keys = table.constraints.filter(
    ({ raw }) => raw.type === 'primary_key' || raw.type === 'foreign_key',
  );
  return keys.flatMap((key) =>
    texts(key.raw.columns)
      .filter((it) => it.text === 'version')
      .map((it) => ({
        ...valueAt(key, 'columns', it.index),
        message: `the "version" of ${tableLabel(table)} changes with every write, so no key can have it; declare a column of your own`,
      })),
  );
}
