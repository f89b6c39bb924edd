/** A text in quotes, a name in quotes, a bracket, or what ends a statement or starts a comment. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--|\/\*|[()[\]{};'"\0\\]|\$\$/g;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What must not stand outside of quotes, with the reason. */
const REFUSED: Readonly<Record<string, string>> = {
  ';': 'must be one expression, without ";"',
  '--': 'must not have a comment',
  '/*': 'must not have a comment',
  "'": "has a ' without its other",
  '"': 'has a " without its other',
  '\0': 'has a character that no SQL has',
  '\\': 'must not have a backslash',
  $$: 'must not have "$$"',
};

/**
 * Why a text is not one SQL expression that can stand inside a larger statement, as the end of a sentence; undefined
 * when it is. What it means is the author's business.
 */
export function sqlFault(sql: string): string | undefined {
  const tokens = [...sql.matchAll(TOKEN)].map(([token]) => token);
  const refused = tokens.find((it) => Object.hasOwn(REFUSED, it));
  if (sql.trim() === '') return 'is empty';
  return refused === undefined ? bracketFault(tokens) : REFUSED[refused];
}

function bracketFault(tokens: readonly string[]): string | undefined {
  const open: string[] = [];
  for (const token of tokens) {
    const closing = CLOSING[token];
    if (closing !== undefined) open.push(closing);
    else if (token.length === 1 && open.pop() !== token) return `has a "${token}" too many`;
  }
  return open.length === 0 ? undefined : `lacks a "${open.at(-1) ?? ''}"`;
}
