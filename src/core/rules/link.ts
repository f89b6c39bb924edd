import { type End, foreignKeys, type Key } from '../schema/pairing.ts';
import { sameNames } from '../schema/same-names.ts';
import type { ColumnView, KeyView, SchemaView, TableView } from '../schema/view.ts';

/** What is wrong with the key that carries a relationship; each kind is the business of one rule. */
export type LinkTrouble =
  | { readonly kind: 'none' }
  /** Another rule reports the fault that lies beneath. */
  | { readonly kind: 'reported' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'wrong-side'; readonly key: Key }
  | {
      readonly kind: 'bad-foreign-key';
      readonly written: readonly string[];
      /** Those of the written columns that one of the two tables has. */
      readonly known: readonly ColumnView[];
      readonly candidates: readonly Key[];
    }
  | { readonly kind: 'several'; readonly keys: readonly Key[] };

/** Judges the key of one end of a relationship; a many-to-many has none of its own. */
export function judgeLink(view: SchemaView, end: End): LinkTrouble {
  if (end.view.type === 'many_to_many') return { kind: 'none' };
  if (end.keys.length === 1) return { kind: 'none' };
  if (end.keys.length > 1) return { kind: 'several', keys: end.keys };
  return withoutKey(view, end);
}

function withoutKey(view: SchemaView, end: End): LinkTrouble {
  const { source, target } = end;
  const [holder, other] = end.view.type === 'one_to_many' ? [target, source] : [source, target];
  const written = end.view.foreignKey;
  const right = bothSides(end, foreignKeys(holder, other), foreignKeys(other, holder));
  const wrong = end.view.type === 'one_to_one' || source === target ? [] : foreignKeys(other, holder);
  if (hasBrokenKey(view, [source, target], written)) return { kind: 'reported' };
  if (written === undefined) {
    const [key] = wrong;
    return key === undefined ? { kind: 'no-key' } : { kind: 'wrong-side', key };
  }
  const misplaced = wrong.find((it) => sameNames(it.view.columns, written));
  if (misplaced !== undefined && right.length === 0) return { kind: 'wrong-side', key: misplaced };
  const known = written.flatMap((it) => holder.columnByName.get(it) ?? other.columnByName.get(it) ?? []);
  return { kind: 'bad-foreign-key', written, known, candidates: right };
}

const bothSides = (end: End, own: readonly Key[], others: readonly Key[]): readonly Key[] =>
  end.view.type === 'one_to_one' && end.source !== end.target ? [...own, ...others] : own;

/** Whether a key that might carry the relationship leads nowhere or cannot be read. */
function hasBrokenKey(
  view: SchemaView,
  tables: readonly TableView[],
  written: readonly string[] | undefined,
): boolean {
  const isMeant = (columns: readonly string[]): boolean =>
    written === undefined || sameNames(columns, written);
  const leadsNowhere = (it: KeyView): boolean => !view.tableByName.has(it.targetTable) && isMeant(it.columns);
  return tables.some(
    (table) =>
      table.foreignKeys.some(leadsNowhere) ||
      hasUnreadableConstraint(table) ||
      table.columns.some((it) => isUnreadable(it) && isMeant([it.name ?? ''])),
  );
}

/** Whether a foreign key of a table is so incomplete that nobody knows where it leads. */
export function hasUnreadableConstraint(table: TableView): boolean {
  const readable = table.foreignKeys.filter((it) => it.origin === 'constraint').length;
  return table.constraints.filter((it) => it.raw.type === 'foreign_key').length > readable;
}

const isUnreadable = ({ type, target, raw }: ColumnView): boolean =>
  target === undefined && (type === 'ForeignKey' || raw.target !== undefined);

/** Whether the partner of an end comes before it: a fault of the pair is reported there, once. */
export const isSecondOfPair = ({ partner, view }: End): boolean =>
  partner !== undefined &&
  (partner.table.index < view.table.index ||
    (partner.table.index === view.table.index && Number(partner.at.at(-1)) < Number(view.at.at(-1))));
