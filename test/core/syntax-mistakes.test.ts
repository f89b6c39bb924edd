import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateText } from '../../src/core/index.ts';

/** Every token of the one, and of the other, which is ten times as long, every tenth. */
const EXAMPLES = [
  ['examples/notes.backbone.json', 1],
  ['examples/shop.backbone.json', 10],
] as const;

/** Codes with their lines, each once: one mistake may be several to the parser. */
const found = (text: string): readonly string[] => [
  ...new Set(validateText(text).diagnostics.map((it) => `${it.code} ${it.range.start.line}`)),
];

/** The text without a token, and without a quote of it. */
function without(text: string, { 0: token, index }: RegExpExecArray): readonly string[] {
  const [before, after] = [text.slice(0, index), text.slice(index + token.length)];
  return token.startsWith('"') ? [before + after, before + token.slice(0, -1) + after] : [before + after];
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[a-z]+|[{}[\],:]/gu;

describe('one mistake in the writing', () => {
  it.each(EXAMPLES)('of %s is shown alone, whichever token is missing or lost a quote', (file, step) => {
    const whole = readFileSync(file, 'utf8');
    const usual = new Set(validateText(whole).diagnostics.map((it) => it.code));
    const tokens = [...whole.matchAll(TOKEN)].filter((_, i) => i % step === 0);
    let broken = 0;
    for (const text of tokens.flatMap((it) => without(whole, it))) {
      const { diagnostics } = validateText(text);
      if (!diagnostics.some((it) => it.code === 'BB001')) continue;
      broken += 1;
      const others = diagnostics.filter((it) => it.code !== 'BB001' && !usual.has(it.code));
      expect(others, text).toEqual([]);
    }
    expect(broken).toBeGreaterThan(150);
  });

  const table = (name: string, more = '') =>
    `{ "table_name": "${name}", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }${more}] }`;
  const schema = (...tables: readonly string[]) =>
    `{ "project_name": "X", "db_type": "sqlite", "schema": [\n${tables.join(',\n')}\n] }`;
  const column = (type: string) => `, { "name": "a", "type": "${type}" }`;
  const key = ', { "name": "b_id", "type": "ForeignKey", "target": "b.id" }';

  it('hides no mistake of another table', () => {
    const lost = table('b').replace('"Integer"', '"Integer');
    expect(found(schema(table('a', column('Strng')), lost))).toEqual(['BB103 1', 'BB001 2', 'BB001 3']);
    expect(found(schema(table('a', column('Strng')), table('b', column('Strng'))))).toEqual([
      'BB103 1',
      'BB103 2',
    ]);
  });

  it('lets what refers to other tables wait', () => {
    expect(found(schema(table('a', key), table('c')))).toEqual(['BB411 1']);
    expect(found(schema(table('a', key), table('c').replace('}]', ']')))).toEqual(['BB001 2', 'BB001 3']);
  });

  it('outside of the tables hides nothing in them', () => {
    const text = schema(table('a', key)).replace('"project_name": "X"', '"project_name": X');
    expect(found(text)).toEqual(['BB001 0', 'BB411 1']);
  });

  it('that is only a missing comma hides nothing', () => {
    const text = schema(table('a', key)).replace('"db_type": "sqlite",', '"db_type": "oracle"');
    expect(found(text)).toEqual(['BB103 0', 'BB001 0', 'BB411 1']);
  });
});
