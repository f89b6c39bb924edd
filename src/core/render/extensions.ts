import { type ColumnType, innerType } from '../model/column-type.ts';
import type { Model } from '../model/model.ts';

/** The extensions that a schema of PostgreSQL needs, each once: those of its types, then those of its indexes. */
export function extensionsOf({ project, tables }: Model): readonly string[] {
  if (project.dbType !== 'postgresql') return [];
  return [
    ...new Set([
      ...tables.flatMap((it) => it.columns.flatMap(({ type }) => extensionOf(innerType(type)) ?? [])),
      ...tables.flatMap((it) => [...it.indexes, ...it.exclusions].flatMap((part) => part.extensions)),
    ]),
  ];
}

/** The extension that has a type; undefined for those of PostgreSQL itself. */
function extensionOf(type: ColumnType): string | undefined {
  if (type.kind === 'text' && type.form === 'citext') return 'citext';
  if (type.kind === 'hstore') return type.isThere ? 'hstore' : undefined;
  return type.kind === 'native' && type.form === 'ltree' && type.sqlType !== undefined ? 'ltree' : undefined;
}
