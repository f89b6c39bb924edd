declare const brand: unique symbol;

/** A relative path with `/` that stays inside the project; only `projectPath` makes one. */
export type ProjectPath = string & { readonly [brand]: 'ProjectPath' };

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const FORBIDDEN = /[\p{Cc}<>:"|?*\\]/u;

/**
 * Accepts a path that is safe on every system: relative, without `..`, empty or reserved parts, a trailing
 * dot or space, drive letters or characters that Windows refuses, and outside of what belongs to git.
 *
 * Throws on anything else, because a path is always made by us and a bad one is a bug.
 */
export function projectPath(text: string): ProjectPath {
  if (!isProjectPath(text)) throw new Error(`unsafe path ${JSON.stringify(text)}`);
  return text;
}

/** Whether `text` is a safe relative path; the test for paths that were read from a file. */
export function isProjectPath(text: string): text is ProjectPath {
  if (text.length === 0 || FORBIDDEN.test(text)) return false;
  return text.split('/').every(isSafePart);
}

function isSafePart(part: string): boolean {
  if (part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git') return false;
  return !/[. ]$/.test(part) && !RESERVED_ON_WINDOWS.test(part);
}
