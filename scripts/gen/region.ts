/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`; a page without them is a mistake. */
export function between(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no place for "${name}"`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}
