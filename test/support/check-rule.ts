import { expect } from 'vitest';
import { parseDocument } from '../../src/core/document/document.ts';
import { DEFAULT_LIMITS } from '../../src/core/document/limits.ts';
import { RULES } from '../../src/core/rules/index.ts';
import type { RuleFinding } from '../../src/core/rules/rule.ts';
import { viewSchema } from '../../src/core/schema/view.ts';
import type { Range } from '../../src/core/shared/text.ts';

/**
 * Runs one rule on a schema and compares what it finds with the marks in the text: under a line, `^^^ BB201 error:
 * message` for a finding and `~~~ message` for a place that it relates to. A text that starts with `[` is the list of
 * tables of a PostgreSQL project.
 */
export function checkRule(name: string, marked: string): void {
  expect(annotate(name, marked)).toBe(marked);
}

/** The same text with the marks that the rule really gives. */
export function annotate(name: string, marked: string): string {
  const rule = RULES.find((it) => it.name === name);
  if (rule === undefined) throw new Error(`no rule is named "${name}"`);
  const lines = marked.split('\n').filter((it) => !/^\s*(\^+|~+)( |$)/.test(it));
  const body = lines.join('\n');
  const isTables = body.trimStart().startsWith('[');
  const text = isTables ? `{"project_name":"p","db_type":"postgresql","schema":\n${body}\n}` : body;
  const document = parseDocument(text, DEFAULT_LIMITS);
  const marks = rule
    .check(viewSchema(document.value))
    .flatMap((it) => marksOf({ ...it, severity: it.severity ?? rule.severity }));
  const shift = isTables ? 1 : 0;
  return lines
    .flatMap((line, i) => [line, ...marks.filter((it) => it.range.start.line === i + shift).map(draw)])
    .join('\n');

  function marksOf(it: RuleFinding): readonly Mark[] {
    const message = `${rule?.code} ${it.severity}: ${it.message}`;
    return [
      { sign: '^', range: document.rangeOf(it.at, it.part), message },
      ...(it.related ?? []).map((other) => ({
        sign: '~',
        range: document.rangeOf(other.at, 'value'),
        message: other.message,
      })),
    ];
  }
}

type Mark = { readonly sign: string; readonly range: Range; readonly message: string };

function draw({ sign, range, message }: Mark): string {
  const { start, end } = range;
  const width = end.line === start.line ? end.character - start.character : 1;
  return `${' '.repeat(start.character)}${sign.repeat(Math.max(width, 1))} ${message}`;
}
