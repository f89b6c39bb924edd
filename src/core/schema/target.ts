/** Splits `table.column` or `namespace.table.column`; undefined unless there is a name on each side of each dot. */
export function splitTarget(
  target: string | undefined,
): { readonly table: string; readonly column: string } | undefined {
  if (target === undefined) return undefined;
  const names = target.split('.');
  if (names.length < 2 || names.length > 3 || names.includes('')) return undefined;
  return { table: names.slice(0, -1).join('.'), column: names.at(-1) ?? '' };
}
