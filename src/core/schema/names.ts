/** Irregular and uncountable words: the whole list of exceptions of the format's section 7. */
const OVERRIDES: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  mice: 'mouse',
  geese: 'goose',
  feet: 'foot',
  teeth: 'tooth',
  data: 'data',
  media: 'media',
  series: 'series',
  species: 'species',
  news: 'news',
  status: 'status',
  statuses: 'status',
  address: 'address',
  bus: 'bus',
  buses: 'bus',
  analysis: 'analysis',
  analyses: 'analysis',
  criteria: 'criterion',
  indices: 'index',
  matrices: 'matrix',
  vertices: 'vertex',
  movies: 'movie',
  cookies: 'cookie',
  caches: 'cache',
  axes: 'axis',
  heroes: 'hero',
  potatoes: 'potato',
  tomatoes: 'tomato',
  lens: 'lens',
  gas: 'gas',
  alias: 'alias',
  aliases: 'alias',
  canvas: 'canvas',
};

/** The singular of one lower-case English word, by the rules of the format's section 7. */
export function singularOf(word: string): string {
  const known = Object.hasOwn(OVERRIDES, word) ? OVERRIDES[word] : undefined;
  if (known !== undefined) return known;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/sses$/.test(word)) return word.slice(0, -2);
  if (/(x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  if (/ves$/.test(word) || /(ss|us|is)$/.test(word)) return word;
  return /s$/.test(word) && word.length > 1 ? word.slice(0, -1) : word;
}

/** `order_items` → `order_item`: the last word made singular, the case of the rest kept. */
export function singularName(table: string): string {
  const cut = Math.max(table.lastIndexOf('_'), table.lastIndexOf('-')) + 1;
  const last = table.slice(cut);
  const singular = singularOf(last.toLowerCase());
  return table.slice(0, cut) + (last === last.toLowerCase() ? singular : last.slice(0, singular.length));
}

/** `order_item` → `OrderItem`; characters that no Python name has are dropped. */
export function pascalCase(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map((it) => it.slice(0, 1).toUpperCase() + it.slice(1))
    .join('');
}

/** The class that a table gets when its schema does not name one. */
export const defaultClassName = (table: string): string => pascalCase(singularName(table));
