import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/core/rules/index.ts';
import { backbone, CLI, NOTES } from '../support/cli.ts';
import { run } from '../support/process.ts';
import { sarifShape } from '../support/sarif-shape.ts';
import { temporaryFolder } from '../support/tree.ts';

const BAD = `{
  "project_name": "Bad",
  "db_type": "oracle",
  "schema": [
    { "table_name": "\u{1f600}", "columns": [{ "name": "id", "type": "Integer" }, { "name": "id", "type": "Text", "lenght": 1 }] },
    { "table_name": "orders", "columns": [
      { "name": "id", "type": "Integer", "primary_key": true },
      { "name": "code", "type": "String", "unique": true, "index": true }
    ] }
  ]
}`;

let folder = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'in side'));
  await writeFile(join(folder, 'in side/bad #1.backbone.json'), BAD);
});

const inFolder = (...args: readonly string[]) => run(process.execPath, [CLI, ...args], { cwd: folder });

/** The one run of a log, after a strict check of the whole. */
function readRun(text: string) {
  const [only] = sarifShape.parse(JSON.parse(text)).runs;
  if (only === undefined) throw new Error('a log without a run');
  return only;
}

describe('SARIF', () => {
  it('has every finding with its rule, level and exact place', async () => {
    const { code, stdout } = await inFolder('validate', 'in side/bad #1.backbone.json', '--format', 'sarif');
    expect(code).toBe(1);
    const { results } = readRun(stdout);
    const json = await inFolder('validate', 'in side/bad #1.backbone.json', '--format', 'json');
    const [{ diagnostics }] = JSON.parse(json.stdout).files;
    expect(results.map((it) => it.ruleId)).toEqual(diagnostics.map((it: { code: string }) => it.code));
    const levelOf = new Map(results.map((it) => [it.ruleId, it.level]));
    expect(Object.fromEntries(levelOf)).toMatchObject({
      BB103: 'error',
      BB101: 'warning',
      BB205: 'note',
      BB403: 'none',
    });
    const duplicate = results.find((it) => it.ruleId === 'BB203');
    const lines = BAD.split('\n');
    const regions = [duplicate?.locations[0], duplicate?.relatedLocations?.[0]].map(
      (it) => it?.physicalLocation,
    );
    const texts = regions.map((it) =>
      lines[(it?.region.startLine ?? 0) - 1]?.slice(
        (it?.region.startColumn ?? 0) - 1,
        (it?.region.endColumn ?? 0) - 1,
      ),
    );
    expect(texts).toEqual(['"id"', '"id"']);
    expect(regions[0]?.region.startColumn).not.toBe(regions[1]?.region.startColumn);
  });

  it('names files relative to where it runs, escaped, and others by their whole address', async () => {
    const { stdout } = await inFolder('validate', './in side/bad #1.backbone.json', '--format', 'sarif');
    expect(readRun(stdout).results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'in%20side/bad%20%231.backbone.json',
      uriBaseId: '%SRCROOT%',
    });
    const path = join(folder, 'in side/bad #1.backbone.json');
    const far = await run(process.execPath, [CLI, 'validate', path, '--format', 'sarif'], { cwd: '/' });
    expect(readRun(far.stdout).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      pathToFileURL(path).pathname.slice(1),
    );
    const beside = await run(process.execPath, [CLI, 'validate', path, '--format', 'sarif']);
    expect(readRun(beside.stdout).results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: pathToFileURL(path).href,
    });
  });

  it('describes every rule, also when all is well', async () => {
    const { code, stdout } = await backbone('validate', NOTES, '--format', 'sarif');
    expect(code).toBe(0);
    const { tool, results, invocations } = readRun(stdout);
    expect(results).toEqual([]);
    expect(invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
    expect(tool.driver.rules.map((it) => it.id)).toEqual(expect.arrayContaining(RULES.map((it) => it.code)));
  });

  it('says which file could not be read, and comes of generate as well', async () => {
    for (const args of [
      ['validate', 'nope.json'],
      ['generate', 'nope.json', '--out', 'out'],
    ]) {
      const { code, stdout } = await inFolder(...args, '--format', 'sarif');
      expect(code).toBe(2);
      const [invocation] = readRun(stdout).invocations;
      expect(invocation?.executionSuccessful).toBe(false);
      expect(invocation?.toolExecutionNotifications[0]).toMatchObject({
        message: { text: 'cannot read "nope.json": there is no such file' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'nope.json' } } }],
      });
    }
    const wrong = await inFolder(
      'generate',
      'in side/bad #1.backbone.json',
      '--out',
      'out',
      '--format',
      'sarif',
    );
    expect(wrong.code).toBe(1);
    expect(readRun(wrong.stdout).results.map((it) => it.ruleId)).toContain('BB103');
  });
});
