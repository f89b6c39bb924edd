import { isObject } from '../document/json.ts';
import { dialectOf } from '../schema/dialects.ts';
import { columnsIn } from '../schema/sql-tokens.ts';
import { type ColumnView, type KeyView, type SchemaView, type TableView, text } from '../schema/view.ts';
import { columnLabel, columnNames, valueAt } from './place.ts';
import { keyLabel, placeOfTargetColumn, type Reference, references } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB425: foreign keys that generated columns cannot have. */
export const generatedKey: Rule = {
  code: 'BB425',
  name: 'generated-key',
  severity: 'error',
  summary:
    'A foreign key is to change a generated column when the referenced row changes or goes. MySQL knows no keys of virtual columns either, and changes no column that a stored one is computed from.',
  check: (view) =>
    references(view).flatMap((it) => [
      ...ofKey(it),
      ...(view.dbType === 'mysql' ? [...ofVirtual(view, it), ...ofSources(view, it)] : []),
    ]),
};

/** What changes the columns of a key; deleting its row does not. */
const changing = ({ raw }: KeyView): readonly ('on_delete' | 'on_update')[] => [
  ...(raw.on_delete === 'SET NULL' || raw.on_delete === 'SET DEFAULT' ? (['on_delete'] as const) : []),
  ...(raw.on_update === 'SET NULL' || raw.on_update === 'SET DEFAULT' || raw.on_update === 'CASCADE'
    ? (['on_update'] as const)
    : []),
];

const isGenerated = (it: ColumnView | undefined): it is ColumnView => isObject(it?.raw.generated);

function ofKey({ key, pairs }: Reference): readonly RuleFinding[] {
  const column = pairs.map((it) => it.column).find(isGenerated);
  if (column === undefined) return [];
  return changing(key).map((action) => ({
    ...valueAt(key, action),
    message: `${columnLabel(column)} is generated, so no foreign key can change it; use "RESTRICT"${action === 'on_delete' ? ' or "CASCADE"' : ''}`,
    related: [{ at: [...column.at, 'generated'], message: 'it is generated' }],
  }));
}

const isVirtual = (it: ColumnView | undefined): it is ColumnView =>
  isGenerated(it) && isObject(it.raw.generated) && it.raw.generated.stored === false;

function ofVirtual(view: SchemaView, { key, pairs }: Reference): readonly RuleFinding[] {
  const { label } = dialectOf(view);
  return pairs.flatMap(({ column, target, index }) =>
    [column, target].filter(isVirtual).map((it) => ({
      ...placeOfTargetColumn(key, index),
      message: `${columnLabel(it)} is virtual, and ${label} has no foreign keys of or to such a column; make it stored`,
    })),
  );
}

/** The databases that compute a stored column anew only when its row is written. */
function ofSources(view: SchemaView, { source, key }: Reference): readonly RuleFinding[] {
  const actions = changing(key);
  const computed =
    actions.length === 0 ? undefined : source.columns.find((it) => isComputedFrom(source, it, key.columns));
  if (computed === undefined) return [];
  const { label } = dialectOf(view);
  return actions.map((action) => ({
    ...valueAt(key, action),
    message: `${columnLabel(computed)} is computed from ${keyLabel(source, key)}, which ${label} then does not change; use "RESTRICT", or make the column virtual`,
    related: [{ at: [...computed.at, 'generated'], message: 'it is computed here' }],
  }));
}

function isComputedFrom(table: TableView, it: ColumnView, columns: readonly string[]): boolean {
  const { generated } = it.raw;
  if (!isObject(generated) || generated.stored === false || columns.includes(it.name ?? '')) return false;
  const expression = text(generated.expression);
  return columnsIn(expression ?? '', columnNames(table)).some((name) => columns.includes(name));
}
