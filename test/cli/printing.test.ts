import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayColor } from '../../src/cli/colors.ts';
import { backbone, CLI, NOTES } from '../support/cli.ts';
import { mustRun, run } from '../support/process.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

let bad = '';
let outside: string;
beforeAll(async () => {
  outside = await temporaryFolder();
  bad = join(outside, 'bad.backbone.json');
  await writeFile(bad, '{ "project_name": "X", "db_type": "oracle", "schema": [] }');
});

const ESC = '\u001b';
const quote = (words: readonly string[]): string => words.map((it) => `'${it}'`).join(' ');

/** What a terminal of 80 columns is sent. */
async function onTerminal(args: readonly string[], env: Record<string, string | undefined> = {}) {
  const command = quote([process.execPath, CLI, ...args]);
  return run('script', ['-qec', command, '/dev/null'], {
    env: { TERM: 'xterm', NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
  });
}

describe('colours', () => {
  it('are for terminals only', async () => {
    expect((await onTerminal(['validate', bad])).stdout).toContain(`${ESC}[31merror${ESC}[0m`);
    expect((await backbone('validate', bad)).stdout).not.toContain(ESC);
  });

  it('are what --color, FORCE_COLOR and NO_COLOR say', async () => {
    expect((await onTerminal(['validate', bad], { NO_COLOR: '1' })).stdout).not.toContain(ESC);
    expect((await onTerminal(['validate', bad, '--color', 'never'])).stdout).not.toContain(ESC);
    expect((await backbone('validate', bad, '--color', 'always')).stdout).toContain(`${ESC}[31merror`);
  });

  const cases = [
    ['auto', {}, true, true],
    ['auto', {}, false, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { NO_COLOR: '1' }, true, false],
    ['auto', { FORCE_COLOR: '1' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['auto', { TERM: 'dumb' }, true, false],
    ['always', { NO_COLOR: '1' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
  ] as const;
  for (const [choice, env, isTerminal, expected] of cases)
    it(`${choice} with ${JSON.stringify(env)} ${isTerminal ? 'on' : 'off'} a terminal: ${expected}`, () =>
      expect(mayColor(choice, { isTerminal, env })).toBe(expected));
});

describe('progress', () => {
  const generation = async (...more: readonly string[]) => [
    'generate',
    NOTES,
    '--out',
    join(await temporaryFolder(), 'out'),
    ...more,
  ];

  it('is one line that changes in place on a terminal, and goes away', async () => {
    const { stdout } = await onTerminal(await generation('--color', 'never'));
    const clear = `\r${ESC}[2K`;
    expect(stdout.split(clear).slice(1, 4)).toEqual([
      '[1/7] Schema Validator …',
      '[2/7] Architect …',
      '[3/7] Code Generator …',
    ]);
    expect(stdout.split(clear).at(-1)).toContain('files written in');
  });

  it('is a plain line for each step elsewhere', async () => {
    const { stderr } = await backbone(...(await generation()));
    expect(stderr).toMatch(
      /^Schema Validator: 2 tables\n(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?: .+\n)+Apply: .+\n$/,
    );
    expect(stderr).not.toContain(ESC);
  });

  it('stays away from programs and with --quiet', async () => {
    for (const more of [['--format', 'json'], ['--format', 'sarif'], ['--quiet']])
      expect((await backbone(...(await generation(...more)))).stderr).toBe('');
  });
});

describe('--quiet', () => {
  it('prints nothing when all is well', async () => {
    const out = join(await temporaryFolder(), 'out');
    expect(await backbone('generate', NOTES, '--out', out, '-q')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(Object.keys(await readTree(out)).length).toBeGreaterThan(50);
    expect(await backbone('validate', NOTES, '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('still prints errors and what is in the way', async () => {
    expect((await backbone('validate', bad, '--quiet')).stdout).toContain('error BB103');
    const out = await temporaryFolder();
    await writeTree(out, { 'README.md': 'mine\n' });
    const { code, stdout, stderr } = await backbone('generate', NOTES, '--out', out, '--quiet');
    expect(code).toBe(3);
    expect(stdout).toBe('  conflict  README.md (a file of yours is there)\n');
    expect(stderr).toMatch(/^nothing was written: .+\n$/);
  });
});

describe('JSON', () => {
  it('is one object also when the schema cannot be read or is wrong', async () => {
    const out = join(await temporaryFolder(), 'out');
    const nothing = await backbone('generate', 'nope.json', '--out', out, '--format', 'json');
    expect(nothing.code).toBe(2);
    expect(JSON.parse(nothing.stdout)).toEqual({
      changes: [],
      diagnostics: [],
      error: 'cannot read "nope.json": there is no such file',
      durationMs: expect.any(Number),
    });
    const wrong = await backbone('generate', bad, '--out', out, '--format', 'json');
    expect(wrong.code).toBe(1);
    const { diagnostics, error } = JSON.parse(wrong.stdout);
    expect(diagnostics.map((it: { code: string }) => it.code)).toContain('BB103');
    expect(error).toContain('nothing was generated');
    const both = await backbone('validate', 'nope.json', NOTES, '--format', 'json');
    expect(JSON.parse(both.stdout)).toEqual({
      files: [
        { file: 'nope.json', diagnostics: [], error: expect.stringContaining('no such file') },
        { file: NOTES, diagnostics: [] },
      ],
    });
  });
});

describe('a reader that goes away', () => {
  it('is no fault: the work is done and nothing is said', async () => {
    const out = join(await temporaryFolder(), 'out');
    const command = quote([process.execPath, CLI, 'generate', NOTES, '--out', out, '--quiet']);
    const piped = `{ ${quote([process.execPath, CLI, 'schema'])}; echo "schema $?" >&2; } | head -c 1; ${command}`;
    expect(await run('bash', ['-c', piped])).toEqual({ code: 0, stdout: '{', stderr: 'schema 0\n' });
    const closed = spawn(process.execPath, [CLI, 'generate', NOTES, '--out', out], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    closed.stdout.destroy();
    closed.stderr.destroy();
    expect(await once(closed, 'exit')).toEqual([0, null]);
    expect(Object.keys(await readTree(out)).length).toBeGreaterThan(50);
  });

  it('a result that cannot be written for another reason is said and has its exit code', async () => {
    const full = spawn(process.execPath, [CLI, 'schema'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    const said = full.stderr?.setEncoding('utf8').toArray() ?? [];
    expect(await once(full, 'exit')).toEqual([2, null]);
    expect((await said).join('')).toBe('cannot print the result: the disk is full\n');
  });
});

it('a name that would steer the terminal is written out', async () => {
  const name = join(outside, `${ESC}[2Jx.backbone.json`);
  await mustRun('cp', [bad, name]);
  const { stdout } = await backbone('validate', name);
  expect(stdout).toContain('\\x1b[2Jx.backbone.json:1:35: error BB103');
  expect(stdout).not.toContain(ESC);
});

it('the version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(join(CLI, '../../package.json'), 'utf8'));
  expect((await backbone('--version')).stdout).toBe(`${version}\n`);
});
