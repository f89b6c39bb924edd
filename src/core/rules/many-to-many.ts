import { associationColumns, associationName } from '../schema/derived-names.ts';
import { byteLength, MAX_IDENTIFIER_BYTES } from '../schema/identifiers.ts';
import { associationKeys, type End, foreignKeys, type Key, pairRelationships } from '../schema/pairing.ts';
import type { SchemaView, SecondaryView, TableView } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { hasUnreadableConstraint, isSecondOfPair } from './link.ts';
import { endLabel, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB512: a many-to-many whose association table cannot be found or made. */
export const manyToMany: Rule = {
  code: 'BB512',
  name: 'many-to-many',
  severity: 'error',
  summary:
    'The association table of a many-to-many relationship is missing, lacks the keys, or cannot be made.',
  check: (view) => {
    const made = new Map<string, End>();
    return pairRelationships(view)
      .filter((it) => it.view.type === 'many_to_many')
      .flatMap((end) => {
        if (end.view.raw.secondary !== undefined) return checkNamed(view, end);
        return end.partner?.raw.secondary === undefined && !isSecondOfPair(end)
          ? checkMade(view, end, made)
          : [];
      });
  },
};

function checkNamed(view: SchemaView, end: End): readonly RuleFinding[] {
  const { secondary } = end.view;
  if (secondary === undefined || isSaidByPartner(end, secondary)) return [];
  const table = view.tableByName.get(secondary.table);
  const isObject = typeof end.view.raw.secondary === 'object';
  const place = isObject ? valueAt(end.view, 'secondary', 'table') : valueAt(end.view, 'secondary');
  if (table === undefined) {
    const hint = didYouMean(secondary.table, view.tableByName.keys());
    const message = `the association table ${quote(secondary.table)} of ${endLabel(end)} does not exist${hint || '; declare it, or remove "secondary" to have one made'}`;
    return [{ ...place, message }];
  }
  if (table === end.source || table === end.target) {
    const message = `${tableLabel(table)} is an end of ${endLabel(end)} and cannot be its association table, too`;
    return [{ ...place, message }];
  }
  return hasUnreadableConstraint(table) ? [] : faultsOfKeys(end, table);
}

/** The second of two ends repeats what the first has said. */
const isSaidByPartner = (end: End, { table, source, target }: SecondaryView): boolean =>
  isSecondOfPair(end) &&
  end.partner?.secondary?.table === table &&
  (source === undefined || end.partner.secondary.target !== undefined) &&
  (target === undefined || end.partner.secondary.source !== undefined);

function faultsOfKeys(end: End, table: TableView): readonly RuleFinding[] {
  const { source, target } = associationKeys(end, table);
  const sides = [
    { side: 'source', keys: source, table: end.source },
    { side: 'target', keys: target, table: end.target },
  ] as const;
  const faults = sides.flatMap((it) => faultOfSide(end, table, it) ?? []);
  if (faults.length > 0 || source[0]?.view !== target[0]?.view) return onceByMessage(faults);
  const message = `"source" and "target" of ${endLabel(end)} are the same foreign key of ${tableLabel(table)}; name another one`;
  return [{ ...valueAt(end.view, 'secondary', 'target'), message }];
}

/** A link of a table to itself has the same fault on both sides. */
const onceByMessage = (faults: readonly RuleFinding[]): readonly RuleFinding[] =>
  faults.filter((it, i) => faults.findIndex((other) => other.message === it.message) === i);

type Side = {
  readonly side: 'source' | 'target';
  readonly keys: readonly Key[];
  readonly table: TableView;
};

function faultOfSide(end: End, association: TableView, { side, keys, table }: Side): RuleFinding | undefined {
  if (keys.length === 1) return undefined;
  const written = end.view.secondary?.[side];
  if (written !== undefined && keys.length === 0) {
    const others = foreignKeys(association, table).map((it) => quote(it.view.columns.join(', ')));
    const instead = others.length === 0 ? '' : `; ${others.join(' or ')} is`;
    const message = `${quote(written.join(', '))} of ${tableLabel(association)} is not a foreign key to ${tableLabel(table)}, as ${endLabel(end)} needs${instead}`;
    return { ...valueAt(end.view, 'secondary', side), message };
  }
  const message =
    keys.length === 0
      ? `the association table ${tableLabel(association)} has no foreign key to ${tableLabel(table)}, as ${endLabel(end)} needs`
      : `the association table ${tableLabel(association)} has ${keys.length} foreign keys to ${tableLabel(table)}, so ${endLabel(end)} cannot tell which one links; write "secondary" with "table", "source" and "target"`;
  return { ...valueAt(end.view, 'secondary'), message };
}

function checkMade(view: SchemaView, end: End, made: Map<string, End>): readonly RuleFinding[] {
  const name = associationName(end.source.name ?? '', end.target.name ?? '');
  const other = made.get(name);
  made.set(name, end);
  const message = whyNotMade(view, end, { name, other });
  return message === undefined ? [] : [{ ...valueAt(end.view, 'type'), message }];
}

type Made = { readonly name: string; readonly other: End | undefined };

function whyNotMade(view: SchemaView, end: End, { name, other }: Made): string | undefined {
  const { source, target } = end;
  const label = endLabel(end);
  if (source === target)
    return `${label} links a table to itself; declare an association table and name it as "secondary"`;
  if (view.tableByName.has(name)) {
    return `the association table of ${label} would be ${quote(name)}, which is declared; write "secondary": ${quote(name)} to use it`;
  }
  if (other !== undefined) {
    return `${label} would share the association table ${quote(name)} with ${endLabel(other)}; write "secondary" for one of them`;
  }
  if (view.dbType === 'postgresql' && byteLength(name) > MAX_IDENTIFIER_BYTES) {
    return `the association table of ${label} would be ${quote(name)}, which is longer than ${MAX_IDENTIFIER_BYTES} bytes; declare one and name it as "secondary"`;
  }
  const [own = [], theirs = []] = [source, target].map((it) =>
    associationColumns(it.name ?? '', it.primaryKey),
  );
  const clash = own.find((it) => theirs.includes(it));
  if (clash === undefined) return undefined;
  return `both keys of the association table of ${label} would have a column ${quote(clash)}; declare one and name it as "secondary"`;
}
