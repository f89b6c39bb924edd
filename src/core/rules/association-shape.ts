import { associationKeys, type End, isUnique, type Key, pairRelationships } from '../schema/pairing.ts';
import type { ColumnView, SchemaView, TableView } from '../schema/view.ts';
import { hasValue, numberedColumns } from './given-values.ts';
import { isSecondOfPair } from './link.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, endLabel, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB513: an association table that can hold a link twice, or whose rows need more than a link. */
export const associationShape: Rule = {
  code: 'BB513',
  name: 'association-shape',
  severity: 'warning',
  summary:
    'The keys of an association table are not unique together, so that two rows may be linked twice. Where it has another required column, so that links are only made by its own routes, that is said instead (information).',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const { secondary } = end.view;
      const association = view.tableByName.get(secondary?.table ?? '');
      const keys = association === undefined ? [] : keysOf(end, association);
      const isSaid = isSecondOfPair(end) && end.partner?.secondary !== undefined;
      if (association === undefined || keys.length < 2 || isSaid) return [];
      const more = needsMore({ view, end, association, keys });
      return more.length > 0 ? more : linkedTwice(end, association, keys);
    }),
};

/** The keys of both sides; fewer where they are missing or not known (BB512). */
function keysOf(end: End, association: TableView): readonly Key[] {
  const { source, target } = associationKeys(end, association);
  return end.view.type === 'many_to_many' && source.length === 1 && target.length === 1
    ? [...source, ...target]
    : [];
}

const columnsOf = (keys: readonly Key[]): readonly string[] => keys.flatMap((it) => it.view.columns);

const placeOf = ({ view }: End) =>
  typeof view.raw.secondary === 'object' ? valueAt(view, 'secondary', 'table') : valueAt(view, 'secondary');

function linkedTwice(end: End, association: TableView, keys: readonly Key[]): readonly RuleFinding[] {
  const columns = columnsOf(keys);
  if (isUnique(association, columns)) return [];
  const message = `${endLabel(end)} can have a row twice, because ${tableLabel(association)} is not unique over ${columns.join(', ')}; make them its primary key, or add a unique`;
  const related = [{ at: [...association.at, 'table_name'], message: 'the association table' }];
  return [{ ...placeOf(end), message, related }];
}

type Association = {
  readonly view: SchemaView;
  readonly end: End;
  readonly association: TableView;
  readonly keys: readonly Key[];
};

function needsMore({ view, end, association, keys }: Association): readonly RuleFinding[] {
  const linking = columnsOf(keys);
  const numbered = numberedColumns(view);
  const isNeeded = (it: ColumnView): boolean =>
    isRequired(association, it) && !hasValue(it) && !numbered.has(it) && !linking.includes(it.name ?? '');
  return association.columns.filter(isNeeded).map((it) => ({
    ...placeOf(end),
    severity: 'information' as const,
    message: `${endLabel(end)} can only be read, because ${columnLabel(it)} is required; links are made by the routes of ${tableLabel(association)}, unless it gets a default`,
    related: [{ at: [...it.at, 'name'], message: 'the required column' }],
  }));
}
