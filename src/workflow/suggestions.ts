import { z } from 'zod';
import { plainText } from './plain-text.ts';
import type { Suggestion } from './progress.ts';
import type { ArchitectAnswer } from './prompts/architect.ts';

/** The suggestions about tables and columns that exist, fit to be shown, and how many others there were. */
export function toSuggestions(
  answer: ArchitectAnswer,
  schema: unknown,
): { readonly suggestions: readonly Suggestion[]; readonly dropped: number } {
  const { schema: tables } = Names.parse(schema);
  const suggestions = answer.suggestions.slice(0, MAX_SUGGESTIONS).flatMap((it): Suggestion[] => {
    const tableAt = tables.findIndex((table) => table.table_name === it.table);
    const columnAt = tables[tableAt]?.columns.findIndex((column) => column.name === it.column) ?? -1;
    if (tableAt < 0 || (it.column !== null && columnAt < 0)) return [];
    const pointer = it.column === null ? ['schema', tableAt] : ['schema', tableAt, 'columns', columnAt];
    return [
      {
        topic: it.topic,
        table: it.table,
        column: it.column ?? undefined,
        message: plainText(it.message, MAX_MESSAGE),
        pointer,
      },
    ];
  });
  return { suggestions, dropped: answer.suggestions.length - suggestions.length };
}

const MAX_SUGGESTIONS = 50;
const MAX_MESSAGE = 500;

const Name = z.string().optional().catch(undefined);
const Columns = z.array(z.object({ name: Name }).catch({ name: undefined })).catch([]);
const Table = z.object({ table_name: Name, columns: Columns }).catch({ table_name: undefined, columns: [] });
const Names = z.object({ schema: z.array(Table).catch([]) });
