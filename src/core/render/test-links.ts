import { isReadable } from '../model/api.ts';
import type { Column, ForeignKey, Model, Table } from '../model/model.ts';
import { addRows, madeRows, timesPossible } from './capacity.ts';
import { factoryName } from './factory-view.ts';
import { type Linked, linkedTables } from './link-view.ts';
import { pythonLiteral, pythonString } from './literals.ts';
import { missingValue } from './python/missing-value.ts';
import type { TemplateView } from './strict-mustache.ts';
import { rowPath } from './test-keys.ts';

type LinkTests = { readonly tests: readonly TemplateView[]; readonly tables: readonly Table[] };

/** What the tests of a table mention of its many-to-many ends, where a test can make the rows. */
export function linkTests(table: Table, model: Model): LinkTests {
  const linked = linkedTables(table, model).map((it) => ({ ...it, association: associationOf(it, model) }));
  const isPossible = (it: TestedLink): boolean => isComparable(it) && isFree(it) && hasRoom(it, table, model);
  const possible = linked.filter(isPossible);
  const factories = possible.flatMap((it) => [it.target, it.link.writable ? undefined : it.association]);
  return {
    tests: possible.map((it) => linkTest(it, table)),
    tables: factories.filter((it) => it !== undefined).filter((it) => it !== table),
  };
}

type TestedLink = Linked & { readonly association: Table | undefined };

const associationOf = ({ link }: Linked, { tables }: Model): Table | undefined =>
  tables.find((it) => it.name === link.secondary.table);

/** Whether answers show the keys, and paths can hold them. */
const isComparable = ({ target }: Linked): boolean =>
  target.primaryKey.columns.every((it) => isReadable(it) && it.checks.format !== 'url');

/** Whether any rows of both ends can be linked: no key of the association table is of one end alone. */
function isFree({ association, link }: TestedLink): boolean {
  const sides = [link.secondary.source.columns, link.secondary.target.columns] as const;
  if (sides[0].some((it) => sides[1].includes(it))) return false;
  if (association === undefined) return true;
  const uniques = [...association.uniques, ...association.indexes.filter((it) => it.unique)];
  const sets = [association.primaryKey.columns, ...uniques.map((it) => it.columns)];
  const isOneSided = (set: readonly Column[]): boolean =>
    sides.some((side) => set.every((it) => side.includes(it.name)));
  return !sets.some(isOneSided);
}

/** Three rows at the other end, and one that is marked as deleted. */
const OTHERS = 4;

function hasRoom({ link, target, association }: TestedLink, table: Table, model: Model): boolean {
  const others = Array.from({ length: OTHERS }, () => madeRows(target, model));
  const made =
    link.writable || association === undefined ? [] : others.map(() => madeRows(association, model));
  const rows = addRows([madeRows(table, model), ...others, ...made]);
  return timesPossible(rows, model) >= 1 && (!link.writable || model.api.maxBulkSize >= 3);
}

function linkTest({ link, target, association }: TestedLink, table: Table): TemplateView {
  const { columns } = target.primaryKey;
  const path = rowPath(table.primaryKey.columns, 'row').slice(0, -1);
  const keyOf = (row: string): string => dict(columns, (it) => `to_jsonable_python(${row}.${it.attribute})`);
  const missing = columns.map(missingValue);
  const unknown = missing.includes(undefined)
    ? 'None'
    : dict(columns, (_, i) => {
        const value = missing[i];
        return typeof value === 'bigint' ? String(value) : pythonLiteral(value);
      });
  return {
    linkedAttribute: link.attribute,
    isLinkedHere: link.writable,
    otherFactory: target === table ? 'factory' : factoryName(target.module),
    linksPath: `${path}/${link.segment}"`,
    keyOfOther: keyOf('other'),
    hidesOthers: target.softDelete,
    unknownKey: target.softDelete ? keyOf('hidden') : unknown,
    isLinkedByRow: !link.writable && association === undefined,
    association:
      link.writable || association === undefined
        ? false
        : {
            associationFactory: factoryName(association.module),
            bothKeys: [
              ...keyArguments(association, { key: link.secondary.source, end: table, row: 'row' }),
              ...keyArguments(association, { key: link.secondary.target, end: target, row: 'other' }),
            ].join(', '),
          },
  };
}

const dict = (columns: readonly Column[], valueText: (it: Column, i: number) => string): string =>
  `{${columns.map((it, i) => `${pythonString(it.name)}: ${valueText(it, i)}`).join(', ')}}`;

type Side = { readonly key: ForeignKey; readonly end: Table; readonly row: string };

/** What a row of an association table needs to refer to a row of one end. */
function keyArguments(association: Table, { key, end, row }: Side): readonly string[] {
  const attributeOf = (table: Table, name: string | undefined): string =>
    table.columns.find((it) => it.name === name)?.attribute ?? '';
  return key.columns.map(
    (it, i) => `${attributeOf(association, it)}=${row}.${attributeOf(end, key.targetColumns[i])}`,
  );
}
