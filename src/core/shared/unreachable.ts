/** Closes a `switch` over a union: adding a member makes the call a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
