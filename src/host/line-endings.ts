const BOM = '\ufeff';

/** The text as the core compares it: `\n` only, no byte order mark. */
export const normalized = (raw: string): string => raw.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');

/** A new text with the line ends and byte order mark of the file that it replaces. */
export function likeBefore(text: string, before: string | undefined): string {
  if (before === undefined) return text;
  const ends = before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return before.startsWith(BOM) ? BOM + ends : ends;
}
