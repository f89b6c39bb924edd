import { groupBy } from '../shared/group-by.ts';
import type { Relationship, Table } from './model.ts';

/** A table before its links are known. */
type Linkable = Omit<Table, 'links'>;

type Writer = { readonly table: Linkable; readonly relationship: Relationship };

/**
 * Tells each relationship which earlier ones write some of its columns, as keys that share a column make them do:
 * SQLAlchemy warns of that unless it is told.
 */
export function withOverlaps(tables: readonly Linkable[]): readonly Linkable[] {
  const writers = tables.flatMap((table) =>
    table.relationships.filter((it) => !it.viewOnly).map((relationship): Writer => ({ table, relationship })),
  );
  const byColumn = groupBy(
    writers.flatMap((writer) => writtenColumns(writer.relationship).map((column) => ({ writer, column }))),
    (it) => it.column,
  );
  const overlaps = new Map(writers.map((it) => [it.relationship, new Set<string>()]));
  for (const sharing of byColumn.values()) {
    sharing.forEach(({ writer }, i) => {
      const earlier = sharing.slice(0, i).filter((it) => !areEndsOfOne(it.writer, writer));
      for (const it of earlier) overlaps.get(writer.relationship)?.add(it.writer.relationship.attribute);
    });
  }
  return tables.map((table) => ({
    ...table,
    relationships: table.relationships.map((it) => ({ ...it, overlaps: [...(overlaps.get(it) ?? [])] })),
  }));
}

/** The columns of the keys that a relationship fills in. */
function writtenColumns({ foreignKey, secondary }: Relationship): readonly string[] {
  const keys = [foreignKey, secondary?.source, secondary?.target];
  const columns = keys.flatMap((key) => key?.columns.map((it) => `${key.table}\0${it}`) ?? []);
  return [...new Set(columns)];
}

const areEndsOfOne = (a: Writer, b: Writer): boolean =>
  a.relationship.backPopulates === b.relationship.attribute &&
  b.relationship.backPopulates === a.relationship.attribute &&
  a.relationship.targetTable === b.table.name &&
  b.relationship.targetTable === a.table.name;
