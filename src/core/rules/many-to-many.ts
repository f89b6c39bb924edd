import { associationName } from '../schema/derived-names.ts';
import { byteLength, MAX_IDENTIFIER_BYTES } from '../schema/identifiers.ts';
import { singularName } from '../schema/names.ts';
import { type End, foreignKeys, pairRelationships } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { isSecondOfPair } from './link.ts';
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
  if (secondary === undefined || (isSecondOfPair(end) && end.partner?.secondary === secondary)) return [];
  const table = view.tableByName.get(secondary);
  const place = valueAt(end.view, 'secondary');
  if (table === undefined) {
    const hint = didYouMean(secondary, view.tableByName.keys());
    const message = `the association table ${quote(secondary)} of ${endLabel(end)} does not exist${hint || '; declare it, or remove "secondary" to have one made'}`;
    return [{ ...place, message }];
  }
  return faultsOfNamed(end, table).map((message) => ({ ...place, message }));
}

function faultsOfNamed(end: End, table: TableView): readonly string[] {
  const label = endLabel(end);
  if (end.source === end.target) {
    return [
      `${label} links a table to itself, which needs "secondary" with "source" and "target"; that is not supported yet`,
    ];
  }
  if (table.constraints.some((it) => it.raw.type === 'foreign_key')) return [];
  if (table === end.source || table === end.target)
    return [`${tableLabel(table)} is an end of ${label} and cannot be its association table, too`];
  return [end.source, end.target].flatMap((side) => faultOfKeys(end, table, side) ?? []);
}

function faultOfKeys(end: End, table: TableView, side: TableView): string | undefined {
  const count = foreignKeys(table, side).length;
  if (count === 1) return undefined;
  return count === 0
    ? `the association table ${tableLabel(table)} has no foreign key to ${tableLabel(side)}, as ${endLabel(end)} needs`
    : `the association table ${tableLabel(table)} has ${count} foreign keys to ${tableLabel(side)}, so ${endLabel(end)} cannot tell which one links`;
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
  const [own, theirs] = [source, target].map(
    (it) => `${singularName(it.name ?? '')}_${it.primaryKey[0] ?? ''}`,
  );
  if (own !== theirs) return undefined;
  return `both keys of the association table of ${label} would be ${quote(own ?? '')}; declare one and name it as "secondary"`;
}
