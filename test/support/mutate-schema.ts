import fc from 'fast-check';

/** Pieces that JSON is made of: texts, numbers, words, marks and the space between. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]+|\s+|./gsu;

/** Values and pieces that do the most harm where something else is expected. */
const GARBAGE = [
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '0.5',
  '9007199254740993',
  '""',
  '"id"',
  '"users.id"',
  '"users"',
  '"__proto__"',
  '"constructor"',
  '"a.b.c"',
  '"\\u0000"',
  '"\\ud800"',
  '"\u202e\u{1f600}"',
  '"(((["',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '{"name":{}}',
  '"ForeignKey"',
  '"Enum"',
  '"many_to_many"',
  '"one_to_one"',
  '"primary_key"',
  '"SET NULL"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '//',
  '/*',
  '\\',
  '\r\n',
  '\r',
] as const;

type Step =
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: string }
  | { readonly kind: 'insert'; readonly at: number; readonly by: string }
  | { readonly kind: 'repeat'; readonly at: number; readonly count: number }
  | { readonly kind: 'nest'; readonly at: number; readonly depth: number }
  | { readonly kind: 'rename'; readonly at: number; readonly from: number };

/** Places are large numbers, taken modulo the number of tokens, so that shrinking stays simple. */
const place = fc.nat({ max: 1_000_000 });
const piece = fc.oneof(
  fc.constantFrom(...GARBAGE),
  fc.json({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), at: place, count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
  fc.record({ kind: fc.constant('replace' as const), at: place, by: piece }),
  fc.record({ kind: fc.constant('insert' as const), at: place, by: piece }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, count: fc.integer({ min: 2, max: 40 }) }),
  fc.record({ kind: fc.constant('nest' as const), at: place, depth: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ kind: fc.constant('rename' as const), at: place, from: place }),
);

/** One to eight changes of a text, made where its tokens are. */
export const changesOfText: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 8 });

/** The text after some changes. */
export function changeText(text: string, steps: readonly Step[]): string {
  return steps.reduce<readonly string[]>(change, text.match(TOKEN) ?? []).join('');
}

function change(tokens: readonly string[], it: Step): readonly string[] {
  if (tokens.length === 0) return [];
  const at = it.at % tokens.length;
  switch (it.kind) {
    case 'delete':
      return tokens.toSpliced(at, it.count);
    case 'swap':
      return swap(tokens, at, it.with % tokens.length);
    case 'replace':
      return tokens.toSpliced(at, 1, it.by);
    case 'insert':
      return tokens.toSpliced(at, 0, it.by);
    case 'repeat':
      return tokens.toSpliced(at, 0, ...tokens.slice(at, at + it.count));
    case 'nest':
      return tokens.with(at, `${'['.repeat(it.depth)}${tokens[at] ?? ''}${']'.repeat(it.depth)}`);
    case 'rename':
      return renameKey(tokens, it);
  }
}

/** A property gets the name of another one. */
function renameKey(tokens: readonly string[], { at, from }: { at: number; from: number }): readonly string[] {
  const keys = tokens.flatMap((it, i) => (it.startsWith('"') && tokens[i + 1] === ':' ? [i] : []));
  const [target, source] = [keys[at % keys.length], keys[from % keys.length]];
  return target === undefined || source === undefined ? tokens : tokens.with(target, tokens[source] ?? '');
}

type ByteStep = { readonly at: number; readonly kind: 'set' | 'delete' | 'double'; readonly value: number };

/** One to eight changes of single bytes, wherever they are. */
export const changesOfBytes: fc.Arbitrary<readonly ByteStep[]> = fc.array(
  fc.record({
    at: place,
    kind: fc.constantFrom('set' as const, 'delete' as const, 'double' as const),
    value: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The text after some changes of its bytes; what is no UTF-8 any more becomes U+FFFD, as editors show it. */
export function changeBytes(text: string, steps: readonly ByteStep[]): string {
  const bytes = steps.reduce<readonly number[]>(
    (all, { at, kind, value }) => {
      const place = at % all.length;
      const same = all[place] ?? 0;
      const by = { set: [value], delete: [], double: [same, same] }[kind];
      return all.toSpliced(place, 1, ...by);
    },
    [...new TextEncoder().encode(text)],
  );
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const swap = (tokens: readonly string[], a: number, b: number): string[] =>
  tokens.with(a, tokens[b] ?? '').with(b, tokens[a] ?? '');

/** One to five changes of a value that leave it valid JSON: a part is replaced by garbage or by another part. */
export const changesOfValue: fc.Arbitrary<readonly ValueStep[]> = fc.array(
  fc.record({ at: place, from: place, by: fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 2 })) }),
  { minLength: 1, maxLength: 5 },
);

type ValueStep = { readonly at: number; readonly from: number; readonly by: unknown };

/** The text of a JSON value after some changes; without `by`, a part is replaced by a copy of another. */
export function changeValue(text: string, steps: readonly ValueStep[]): string {
  const root = { value: JSON.parse(text) as unknown };
  for (const { at, from, by } of steps) {
    const parts = partsOf(root);
    const [target, source] = [parts[at % parts.length], parts[from % parts.length]];
    if (target === undefined || source === undefined) continue;
    const copy: unknown = by === undefined ? structuredClone(source.holder[source.key]) : by;
    target.holder[target.key] = copy;
  }
  return JSON.stringify(root.value, null, 1) ?? '';
}

type Part = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every value inside another one, with where it is. */
function partsOf(holder: object): readonly Part[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    { holder: holder as Record<string, unknown>, key },
    ...(typeof value === 'object' && value !== null ? partsOf(value) : []),
  ]);
}
