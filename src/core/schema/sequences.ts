import { type ColumnView, type SchemaView, text } from './view.ts';

/** A column with the sequence that it names. */
export type SequenceUse = { readonly column: ColumnView; readonly name: string };

/** The first column of each sequence. */
export function sequenceUses(view: SchemaView): readonly SequenceUse[] {
  const found = new Map<string, SequenceUse>();
  for (const column of view.tables.flatMap((it) => it.columns)) {
    const name = text(column.raw.sequence);
    if (name !== undefined && !found.has(name)) found.set(name, { column, name });
  }
  return [...found.values()];
}

/** Whether a column is written to be an identity column, which is never NULL. */
export const isIdentity = ({ raw, type }: ColumnView): boolean =>
  raw.identity !== undefined && /^(Small|Big)?Integer$/.test(type ?? '');
