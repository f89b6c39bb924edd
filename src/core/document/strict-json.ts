import type { Json } from './json.ts';

/**
 * The value of a text that is plain JSON, as most are, much sooner than from a tree of its tokens. Undefined when it is
 * not, or when a property may be written twice: then fewer are left than the `properties` that the text has.
 */
export function readStrict(text: string, properties: number): Json | undefined {
  const value = parsed(text);
  return value === undefined || bare(value) !== properties ? undefined : value;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Takes the prototypes off a new value; returns the number of its properties. */
function bare(value: Json | undefined): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, it) => sum + bare(it), 0);
  Object.setPrototypeOf(value, null);
  let properties = 0;
  for (const name in value) properties += 1 + bare((value as Readonly<Record<string, Json>>)[name]);
  return properties;
}
