import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { proveInjection } from './prove/injection.ts';
import { proveSchemas } from './prove/schemas.ts';

const HELP = `Proves that valid random schemas give backends that work, and that no text of a schema becomes code.

  npm run prove -- [schemas] [--seed S] [--from N] [--count M] [--mysql]
  npm run prove -- injection [--seed S] [--count M]

  --seed S       number that all schemas follow from (20261122)
  --from N       index of the first schema (0)
  --count M      how many schemas (2000), or hostile texts (10000)
  --tests N      the backend's own tests, ruff and mypy for every N-th only (50), because those take the longest
  --trim N       attempts to make a schema that fails smaller (25)
  --failed       only schemas that failed the last time, with any build
  --mysql        schemas for MySQL and MariaDB
  --mssql        schemas for SQL Server, which are compiled
  --any-build    count what passed with another build of the generator, too

What was proven is kept in .cache/prove, and not proven again: a long run may be several parts with one seed. A run of
2,000 schemas or 10,000 hostile texts writes its figures into docs/proof.md.`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261122' },
    from: { type: 'string', default: '0' },
    count: { type: 'string' },
    tests: { type: 'string', default: '50' },
    trim: { type: 'string', default: '25' },
    failed: { type: 'boolean', default: false },
    mysql: { type: 'boolean', default: false },
    mssql: { type: 'boolean', default: false },
    'any-build': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = (await main()) === 0 ? 0 : 1;

function main(): Promise<number> {
  const [what = 'schemas'] = positionals;
  const seed = wholeNumber(values.seed);
  if (what === 'injection') return proveInjection(seed, wholeNumber(values.count ?? '10000'));
  if (what !== 'schemas') throw new Error(`"${what}" is neither "schemas" nor "injection"`);
  return proveSchemas({
    seed,
    from: wholeNumber(values.from),
    count: wholeNumber(values.count ?? '2000'),
    tests: wholeNumber(values.tests),
    trim: wholeNumber(values.trim),
    onlyFailed: values.failed,
    anyBuild: values['any-build'],
    database: values.mysql ? 'mysql' : values.mssql ? 'mssql' : undefined,
  });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no whole number`);
  return Number(text);
}
