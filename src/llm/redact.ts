const REMOVED = '[removed]';

// A shorter one could be part of ordinary words.
const SHORTEST_SECRET = 6;

/** The text without the given secrets and without anything that looks like a key. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((it) => it.length >= SHORTEST_SECRET)
    .reduce((rest, secret) => rest.replaceAll(secret, REMOVED), text);
  return known.replace(/\b(?:sk-[\w-]{8,}|AIza[\w-]{20,}|Bearer\s+[\w.~+/-]{8,}=*)/g, REMOVED);
}
