import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { best, type Finding, measureTree, type Usage, usageLine } from './measure.ts';

const VERSION = '8.11.0';

/** Neither its packages nor git nor its statistics are a part of what is measured. */
const FLAGS = ['--skip-install', '--skip-git', '--force', '--no-insight', '--skip-client'];

const ENTITIES = 50;

/** How many times our CPU it should take at least; an aim, since the limits are of our own speed. */
const AIM = 50;

/**
 * What generator-jhipster takes for the same fifty entities: the server alone, with services, DTOs, filters and pages. It
 * writes Java with its tests, we write Python with its tests. It is installed into the cache, where that is possible.
 */
export function jhipster(): readonly Finding[] {
  const script = install();
  if (script === undefined)
    return [
      { text: `generator-jhipster ${VERSION} cannot be installed from npm here; the comparison is left out` },
    ];
  const folder = mkdtempSync(join(tmpdir(), 'backbone-bench-'));
  try {
    const [ours, theirs] = [generateOurs(folder), generateTheirs(script, folder)];
    const ratio = theirs.usage.cpu / ours.cpu;
    return [
      { text: usageLine(`generate the same ${ENTITIES} entities, cold`, ours) },
      { text: usageLine(`generator-jhipster ${VERSION}, server`, theirs.usage) },
      {
        text: `it takes ${ratio.toFixed(0)} times our CPU (${theirs.files} files of its own); the aim is ${AIM}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its command line; undefined when npm cannot bring it. */
function install(): string | undefined {
  const home = resolve(`.cache/generator-jhipster-${VERSION}`);
  const script = join(home, 'node_modules/generator-jhipster/dist/cli/jhipster.cjs');
  if (existsSync(script)) return script;
  const folder = `${home}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `generator-jhipster@${VERSION}`];
  const { status } = spawnSync('npm', npm, { cwd: folder, stdio: 'ignore' });
  if (status !== 0) return undefined;
  rmSync(home, { recursive: true, force: true });
  renameSync(folder, home);
  return script;
}

function generateOurs(folder: string): Usage {
  const schema = join(folder, 'ours.backbone.json');
  writeFileSync(schema, JSON.stringify({ project_name: 'Bench', db_type: 'postgresql', schema: TABLES }));
  const out = join(folder, 'ours');
  return best(5, () => {
    rmSync(out, { recursive: true, force: true });
    return measureTree([resolve('dist/cli.js'), 'generate', schema, '--out', out, '--format', 'json']);
  });
}

function generateTheirs(script: string, folder: string): { readonly usage: Usage; readonly files: number } {
  const project = join(folder, 'theirs');
  mkdirSync(project);
  writeFileSync(join(project, 'bench.jdl'), JDL);
  const usage = measureTree([script, 'jdl', 'bench.jdl', ...FLAGS], project);
  const files = readdirSync(project, { recursive: true, withFileTypes: true });
  return { usage, files: files.filter((it) => it.isFile()).length };
}

const numbers = Array.from({ length: ENTITIES }, (_, i) => i);

const TABLES = numbers.map((i) => ({
  table_name: `thing${i}s`,
  columns: [
    { name: 'id', type: 'BigInteger', primary_key: true },
    { name: 'code', type: 'String', length: 40, nullable: false, unique: true },
    { name: 'title', type: 'String', length: 200, nullable: false },
    { name: 'body', type: 'Text' },
    { name: 'price', type: 'Numeric', precision: 21, scale: 2, min: 0 },
    { name: 'amount', type: 'Integer', nullable: false },
    { name: 'active', type: 'Boolean', nullable: false },
    { name: 'day', type: 'Date' },
    { name: 'seen_at', type: 'DateTime', timezone: true },
    ...(i === 0 ? [] : [{ name: 'previous_id', type: 'ForeignKey', target: `thing${i - 1}s.id` }]),
  ],
  relationships: i === 0 ? [] : [{ type: 'many_to_one', target_table: `thing${i - 1}s` }],
}));

const JDL = `
application {
  config {
    applicationType monolith
    authenticationType jwt
    baseName bench
    buildTool maven
    devDatabaseType postgresql
    prodDatabaseType postgresql
    packageName com.example.bench
    skipClient true
  }
  entities *
}
${numbers
  .map(
    (i) => `
entity Thing${i} {
  code String required unique maxlength(40)
  title String required maxlength(200)
  body TextBlob
  price BigDecimal min(0)
  amount Integer required
  active Boolean required
  day LocalDate
  seenAt Instant
}`,
  )
  .join('\n')}

relationship ManyToOne {
${numbers
  .slice(1)
  .map((i) => `  Thing${i}{previous} to Thing${i - 1}`)
  .join('\n')}
}

dto * with mapstruct
service * with serviceClass
paginate * with pagination
filter *
`;
