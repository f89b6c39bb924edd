/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; made without a prototype, so that `__proto__` and `constructor` are ordinary keys. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Whether a value is a JSON object, not null and not an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON array. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
