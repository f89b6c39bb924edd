import type { Model, Table } from '../model/model.ts';
import { namespaceOf, ownName } from '../schema/namespaces.ts';
import { sqlTokens } from '../schema/sql-tokens.ts';
import { pythonString } from './literals.ts';
import { hasStandIns } from './parents.ts';
import { serverOf } from './server.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of the first migration mentions of views. */
export function viewsView(model: Model, createTable: (it: Table) => TemplateView): TemplateView {
  const views = model.tables.filter((it) => it.view !== undefined);
  const made = inCreationOrder(views.filter((it) => it.view?.definition !== undefined));
  const onPostgresql = serverOf(model.project).dialect === 'postgresql';
  const comments = onPostgresql ? made.flatMap(commentsOf) : [];
  const standIns = hasStandIns(model) ? views.map(createTable) : [];
  return {
    hasCreatedViews: made.length > 0,
    isForServer: hasStandIns(model),
    createdViews: made.map((it) => statement(`CREATE VIEW ${quoted(it)} AS ${it.view?.definition ?? ''}`)),
    droppedViews: made.toReversed().map((it) => statement(`DROP VIEW ${quoted(it)}`)),
    hasViewComments: comments.length > 0,
    viewComments: comments,
    hasStandIns: standIns.length > 0,
    standIns,
  };
}

/** No name of the schema has a quote. */
const quoted = ({ name }: Table): string =>
  [namespaceOf(name) ?? [], ownName(name)]
    .flat()
    .map((it) => `"${it}"`)
    .join('.');

/** A statement as text, where a colon would start a bound parameter. */
const statement = (sql: string): string => pythonString(sql.replaceAll(':', '\\:'));

/** Views after those that their queries mention; a circle, which no database has, in any order. */
function inCreationOrder(views: readonly Table[]): readonly Table[] {
  const ordered = new Set<Table>();
  const entered = new Set<Table>();
  const enter = (table: Table): void => {
    if (entered.has(table)) return;
    entered.add(table);
    const words = mentioned(table.view?.definition ?? '');
    for (const it of views) if (words.has(ownName(it.name).toLowerCase())) enter(it);
    ordered.add(table);
  };
  for (const it of views) enter(it);
  return [...ordered];
}

const mentioned = (sql: string): ReadonlySet<string> =>
  new Set(sqlTokens(sql).map((it) => it.value.toLowerCase()));

/** Descriptions of a view and its columns, as PostgreSQL keeps them. */
function commentsOf(table: Table): readonly string[] {
  const comment = (place: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [statement(`COMMENT ON ${place} IS '${storable(text).replaceAll("'", "''")}'`)];
  return [
    ...comment(`VIEW ${quoted(table)}`, table.description),
    ...table.columns.flatMap((it) => comment(`COLUMN ${quoted(table)}."${it.name}"`, it.description)),
  ];
}

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
