import type { Column, Model } from '../../model/model.ts';
import { targetTable } from '../../model/references.ts';

/** What a column of a key looks like in a path, where it may hold a slash; see `app/core/routing.py`. */
type Convertor = 'network' | 'url';

/** Formats of texts that have no slash. */
const WITHOUT_SLASH: ReadonlySet<string> = new Set([
  ...['uuid', 'slug', 'phone', 'ip', 'color', 'country', 'currency'],
]);

/** The part of a route's path that is the key of a row. */
export const keyRoute = (columns: readonly Column[], parameters: readonly string[], model: Model): string =>
  parameters
    .map((it, i) => {
      const column = columns[i];
      const isLast = i === parameters.length - 1;
      const convertor =
        column === undefined
          ? undefined
          : (convertorOf(column, model) ?? (isLast && mayHoldSlash(column) ? 'path' : undefined));
      return convertor === undefined ? `/{${it}}` : `/{${it}:${convertor}}`;
    })
    .join('');

/** Whether a route finds some row, or one that is linked to it, by a key that looks like this. */
export function usesConvertor(model: Model, convertor: Convertor): boolean {
  const linked = new Set(model.tables.flatMap((it) => it.links.map((link) => link.targetTable)));
  return model.tables
    .filter((it) => it.api !== undefined || linked.has(it.name))
    .some((it) => it.primaryKey.columns.some((column) => convertorOf(column, model) === convertor));
}

function convertorOf(column: Column, model: Model): Convertor | undefined {
  const { type } = column;
  if (type.kind === 'native') return /^(inet|cidr)$/.test(type.form) ? 'network' : undefined;
  return type.kind === 'text' && holdsUrl(column, model, new Set()) ? 'url' : undefined;
}

/** Servers decode `%2F` before they route, so the last text of a key takes all that is left of the path. */
function mayHoldSlash({ type, checks }: Column): boolean {
  if (type.kind === 'enum') return type.members.some((it) => it.value.includes('/'));
  return type.kind === 'text' && !WITHOUT_SLASH.has(checks.format ?? '');
}

/** Whether a column, or one that it refers to, is for URLs. */
function holdsUrl(column: Column, model: Model, seen: Set<Column>): boolean {
  if (seen.has(column)) return false;
  seen.add(column);
  const targets = column.foreignKeys.flatMap((key) => {
    const name = key.targetColumns[key.columns.indexOf(column.name)];
    return targetTable(key, model)?.columns.filter((it) => it.name === name) ?? [];
  });
  return column.checks.format === 'url' || targets.some((it) => holdsUrl(it, model, seen));
}
