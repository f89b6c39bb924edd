import { isReadable, isSortable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { isMapped, ownKeys, typeSource } from '../model/references.ts';
import { pythonString } from './literals.ts';
import { defaultArguments, keyArguments } from './model-view.ts';
import { columnPath, labelled } from './python/column-path.ts';
import { call, commentOf, foreignKeyCall } from './python/constraints.ts';
import { typeWords } from './python/dialect-words.ts';
import { identityCall, sequenceCall } from './python/numbering.ts';
import { sharedOptions, tableItems, tableOptions } from './python/table-arguments.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the templates mention of a table without a primary key, which is a `sa.Table` in place of a class. */
export function keylessView(table: Table, model: Model): TemplateView {
  if (isMapped(table)) return { isKeyless: false };
  const readable = table.columns.filter(isReadable).map((it) => labelled(it, table));
  const deleted = table.columns.find((it) => it.origin === 'deleted_at');
  const showsDeleted = deleted !== undefined && table.columns.every((it) => it.name !== 'is_deleted');
  const selected = [
    ...readable,
    ...(showsDeleted ? [`${columnPath(deleted, table)}.is_not(None).label("is_deleted")`] : []),
  ];
  const isRenamed = table.columns.some((it) => it.attribute !== it.name);
  return {
    isKeyless: true,
    variable: table.variable ?? '',
    coreItems: [
      ...tableItems(table, model),
      ...tableOptions(table).map(([name, value]) => `${name}=${value}`),
      ...sharedOptions(model),
    ],
    coreColumns: table.columns.map((it) => coreColumn(it, table, model)),
    selected: selected.length > 0 ? selected.join(', ') : `models.${table.variable ?? ''}`,
    notDeleted: deleted === undefined ? false : `${columnPath(deleted, table)}.is_(None)`,
    // No key decides between rows that are otherwise equal, so all columns do that can be sorted.
    keyColumns: table.columns
      .filter(isSortable)
      .map((it) => columnPath(it, table))
      .join(', '),
    returned: isRenamed
      ? table.columns.map((it) => labelled(it, table)).join(', ')
      : `models.${table.variable ?? ''}`,
  };
}

function coreColumn(column: Column, table: Table, model: Model): string {
  const words = typeWords(column, model);
  const args = call(
    pythonString(column.name),
    typeSource(column, model) === undefined ? (words.model ?? words.migration) : undefined,
    identityCall(column),
    column.sequence === undefined ? undefined : sequenceCall(column.sequence),
    ...ownKeys(column).map(foreignKeyCall),
    ...keyArguments(column, table),
    ...defaultArguments(column, model),
    column.origin === 'updated_at' ? 'onupdate=utcnow' : undefined,
    column.nullable ? undefined : 'nullable=False',
    commentOf(column),
  );
  return `sa.Column(${args})`;
}
