import { type ColumnType, innerType } from '../model/column-type.ts';
import type { Model } from '../model/model.ts';

/** The extensions of PostgreSQL that a schema needs, each once: those of its types, then those of its indexes. */
export const extensionsOf = ({ tables }: Model): readonly string[] => [
  ...new Set([
    ...tables.flatMap((it) => it.columns.flatMap(({ type }) => extensionOf(innerType(type)) ?? [])),
    ...tables.flatMap((it) => [...it.indexes, ...it.exclusions].flatMap((part) => part.extensions)),
  ]),
];

/** The extension that has a type; undefined for those of PostgreSQL itself. */
function extensionOf(type: ColumnType): string | undefined {
  if (type.kind === 'text' && type.form === 'citext') return 'citext';
  return type.kind === 'native' && type.form === 'ltree' && type.sqlType !== undefined ? 'ltree' : undefined;
}
