import { associationName } from '../schema/derived-names.ts';
import { associationKeys, type End, foreignKeys, type Key } from '../schema/pairing.ts';
import type { Column, ForeignKey, Secondary } from './model.ts';
import type { LinkContext } from './table-draft.ts';

/** The association table of one end of a many-to-many; undefined for other relationships. */
export function buildSecondary(end: End, context: LinkContext): Secondary | undefined {
  if (end.view.type !== 'many_to_many') return undefined;
  return end.secondary === undefined ? madeSecondary(end, context) : declaredSecondary(end, context);
}

function declaredSecondary(end: End, { view, drafts }: LinkContext): Secondary | undefined {
  const table = end.secondary?.table ?? '';
  const association = view.tableByName.get(table);
  if (association === undefined) return undefined;
  const keyOf = ([key]: readonly Key[]): ForeignKey | undefined =>
    key === undefined ? undefined : drafts.get(table)?.foreignKeys[association.foreignKeys.indexOf(key.view)];
  const keys = associationKeys(end, association);
  const [source, target] = [keyOf(keys.source), keyOf(keys.target)];
  if (source === undefined || target === undefined) return undefined;
  const ambiguous = [end.source, end.target].some(
    (it) => foreignKeys(association, it).length + foreignKeys(it, association).length > 1,
  );
  return { table, declared: true, source, target, ambiguous };
}

function madeSecondary(end: End, { associations }: LinkContext): Secondary | undefined {
  const table = associationName(end.source.name ?? '', end.target.name ?? '');
  const keys = associations.find((it) => it.name === table)?.foreignKeys;
  const source = keys?.find((it) => it.targetTable === end.source.name);
  const target = keys?.find((it) => it.targetTable === end.target.name);
  if (source === undefined || target === undefined) return undefined;
  return { table, declared: false, source, target, ambiguous: false };
}

/** Whether rows of an association table are made through a class: it has relationships or needs other values. */
export function hasOwnWriter({ table, source, target }: Secondary, { drafts, ends }: LinkContext): boolean {
  const linking = [...source.columns, ...target.columns];
  const others = drafts.get(table)?.columns.filter((it) => !linking.includes(it.name)) ?? [];
  return ends.some((it) => it.keys.some((key) => key.holder.name === table)) || others.some(isNeeded);
}

const isNeeded = (it: Column): boolean =>
  !it.nullable && !it.autoincrement && it.default === undefined && it.serverDefault === undefined;
