import { readFileSync, writeFileSync } from 'node:fs';
import { between } from '../gen/region.ts';
import type { Entry } from './progress.ts';

const PAGE = 'docs/proof.md';

/** The figures of proven schemas, as lines of a Markdown table. */
export function schemaFigures(seed: number, entries: readonly Entry[]): string {
  const count = (keep: (it: Entry) => boolean): string => entries.filter(keep).length.toLocaleString('en');
  const sum = (of: (it: Entry) => number): string =>
    entries.reduce((total, it) => total + of(it), 0).toLocaleString('en');
  const databases = [...new Set(entries.map((it) => it.database))].sort();
  return table([
    ['seed', String(seed)],
    [
      'schemas',
      `${count(() => true)}, with ${sum((it) => it.tables)} tables and ${sum((it) => it.columns)} columns`,
    ],
    ...databases.map((name): Row => [`of these for ${name}`, count((it) => it.database === name)]),
    ['passed', count((it) => it.outcome === 'passed')],
    ['failed', count((it) => it.outcome === 'failed')],
    ['their own tests, ruff and mypy --strict ran for', count((it) => it.thorough)],
    ['builds of the generator', [...new Set(entries.map((it) => it.build))].join(', ')],
  ]);
}

type Row = readonly [what: string, figure: string];

/** A table of Markdown with two columns. */
export const table = (rows: readonly Row[]): string =>
  ['| what | figure |', '|---|---|', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n');

/** Writes figures into their region of the page on the proof. */
export function writeFigures(region: 'schemas' | 'injection', figures: string): void {
  const dated = `Run on ${new Date().toISOString().slice(0, 10)}.\n\n${figures}`;
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), region, dated));
  console.log(`wrote the figures into ${PAGE}`);
}
