import { oneLine } from '../literals.ts';

/** The inside of a triple-quoted docstring: one line that cannot end it, whatever the text holds. */
export function docstringText(text: string): string {
  const escaped = oneLine(text).replaceAll('\\', '\\\\');
  const needsQuotes = escaped.includes('"""') || escaped.startsWith('"') || escaped.endsWith('"');
  return needsQuotes ? escaped.replaceAll('"', '\\"') : escaped;
}
