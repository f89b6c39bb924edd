import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { prepareFailureText } from '../../src/host/backend/outcome-text.ts';
import { startBackend } from '../../src/host/backend/serve.ts';
import type { ToolRun } from '../../src/host/backend/tool.ts';
import { verifyBackend } from '../../src/host/backend/verify.ts';
import { generateProject } from '../support/generated-project.ts';
import { mustRun, untilPrinted } from '../support/process.ts';

const root = join(import.meta.dirname, '../..');

let project = '';

beforeAll(async () => {
  project = (await generateProject(join(root, 'test/fixtures/schemas/minimal.backbone.json'))).folder;
});

type Heard = { readonly run: ToolRun; readonly printed: () => string; readonly steps: readonly string[] };

/** A run of a tool and what it tells. */
function listen(some: Partial<ToolRun> = {}): Heard {
  const steps: string[] = [];
  let printed = '';
  const run: ToolRun = {
    project,
    preferredPython: undefined,
    renewEnvironment: false,
    signal: new AbortController().signal,
    onOutput: (text) => {
      printed += text;
    },
    onStep: (step, state, detail) => void (state === 'done' && steps.push(`${step}: ${detail}`)),
    ...some,
  };
  return { run, steps, printed: () => printed };
}

describe('verifying a generated backend', () => {
  it('makes an environment, installs the project and runs its tests', async () => {
    const { run, steps } = listen();
    const outcome = await verifyBackend(run);
    expect(outcome).toMatchObject({ kind: 'tested', report: { failed: 0, errors: 0, problems: [] } });
    expect(outcome.kind === 'tested' && outcome.report.tests).toBeGreaterThan(10);
    expect(steps).toEqual(['environment: .venv made', 'install: installed']);
  });

  it('takes the environment that is there, until the dependencies change', async () => {
    const again = listen();
    expect((await verifyBackend(again.run)).kind).toBe('tested');
    expect(again.steps).toEqual(['environment: .venv', 'install: installed before']);
    await appendFile(join(project, 'constraints.txt'), '\n# looked over\n');
    const changed = listen();
    expect((await verifyBackend(changed.run)).kind).toBe('tested');
    expect(changed.steps).toEqual(['environment: .venv', 'install: installed']);
  });

  it('names the tests that fail, with their places', async () => {
    await writeFile(
      join(project, 'tests/test_mine.py'),
      'def test_sums() -> None:\n    assert 1 + 1 == 3\n\n\ndef test_names(nobody: int) -> None:\n    pass\n',
    );
    const outcome = await verifyBackend(listen().run);
    expect(outcome.kind === 'tested' && outcome.report.problems).toEqual([
      {
        kind: 'failure',
        name: 'test_sums',
        file: 'tests/test_mine.py',
        line: 2,
        message: 'assert (1 + 1) == 3',
      },
      {
        kind: 'error',
        name: 'test_names',
        file: 'tests/test_mine.py',
        line: 5,
        message: expect.stringContaining('failed on setup'),
      },
    ]);
  });

  it('names a file of tests that cannot be read', async () => {
    await writeFile(join(project, 'tests/test_mine.py'), 'import nothing_of_that_name\n');
    const outcome = await verifyBackend(listen().run);
    expect(outcome).toMatchObject({ kind: 'tested', report: { errors: 1 } });
    expect(outcome.kind === 'tested' && outcome.report.problems[0]?.file).toBe('tests/test_mine.py');
    await writeFile(join(project, 'tests/test_mine.py'), '');
  });

  it('says so when pytest itself does not run', async () => {
    const settings = join(project, 'pyproject.toml');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, before.replace('asyncio_mode = "auto"', 'asyncio_mode = "never"'));
    const outcome = await verifyBackend(listen().run);
    expect(outcome.kind).toBe('tests-broken');
    expect('lastLines' in outcome && outcome.lastLines.join('\n')).toContain('never');
    await writeFile(settings, before);
  });

  it('ends when it is cancelled, in the middle of a test', async () => {
    await writeFile(
      join(project, 'tests/test_mine.py'),
      'import time\n\n\ndef test_waits() -> None:\n    time.sleep(600)\n',
    );
    const controller = new AbortController();
    const { run, printed } = listen({ signal: controller.signal });
    const onOutput = (text: string): void => {
      run.onOutput(text);
      if (printed().includes('test_mine.py')) controller.abort();
    };
    expect(await verifyBackend({ ...run, onOutput })).toEqual({ kind: 'cancelled' });
    await writeFile(join(project, 'tests/test_mine.py'), '');
  });

  it('makes an environment whose Python is gone again only when it is told to', async () => {
    await mustRun('rm', [join(project, '.venv/bin/python')]);
    const own = join(project, '.venv/mine.txt');
    await writeFile(own, '');
    expect((await verifyBackend(listen().run)).kind).toBe('unusable-environment');
    expect(existsSync(own)).toBe(true);
    const { run, steps } = listen({ renewEnvironment: true });
    expect((await verifyBackend(run)).kind).toBe('tested');
    expect(steps).toEqual(['environment: .venv made', 'install: installed']);
  });
});

describe('without a package index', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('shows what pip said last, and tries again the next time', async () => {
    await appendFile(join(project, 'constraints.txt'), '\n# changed again\n');
    // Port 9 is where nobody listens.
    const offline = {
      PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
      PIP_FIND_LINKS: '',
      PIP_RETRIES: '1',
      PIP_NO_CACHE_DIR: '1',
      PIP_CONFIG_FILE: '/dev/null',
    };
    for (const [name, value] of Object.entries(offline)) vi.stubEnv(name, value);
    const outcome = await verifyBackend(listen().run);
    if (outcome.kind !== 'install-failed') throw new Error(outcome.kind);
    expect(outcome.lastLines.join('\n')).toContain('hatchling');
    expect(prepareFailureText(outcome, 'linux')).toContain('the package index cannot be reached');
    vi.unstubAllEnvs();
    const { run, steps } = listen();
    expect((await verifyBackend(run)).kind).toBe('tested');
    expect(steps).toContain('install: installed');
  });
});

describe('running a generated backend', () => {
  it('serves its API page on a port that is free, and stops', async () => {
    const taken = await occupy(8000);
    const { run } = listen();
    const started = await startBackend(run);
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const { url, stop, ended } = started.value;
    expect(url).not.toContain(':8000');
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    expect(existsSync(join(project, '.env'))).toBe(true);
    stop();
    await ended;
    await expect(fetch(url)).rejects.toThrow();
    taken?.close();
  });

  it('finds its own pages behind a proxy that takes a prefix off', async () => {
    const prefixOf = async () => '/proxy/8000';
    const started = await startBackend(listen().run, { prefixOf });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const { url, stop, ended } = started.value;
    expect(await (await fetch(`${url}/docs`)).text()).toContain("'/proxy/8000/openapi.json'");
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
    stop();
    await ended;
  });

  it('ends with the process that runs it, even when that is killed', async () => {
    const script = join(root, 'test/support/served-elsewhere.ts');
    const child = spawn(process.execPath, [script, project]);
    const [url] = await untilPrinted(child, /http:\S+/);
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    child.kill('SIGKILL');
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'up',
            () => 'down',
          ),
        { timeout: 20_000 },
      )
      .toBe('down');
  });

  it('shows why a backend does not start', async () => {
    await appendFile(join(project, 'app/main.py'), '\nraise RuntimeError("broken by hand")\n');
    const started = await startBackend(listen().run);
    expect(started).toMatchObject({ ok: false, error: { kind: 'start-failed' } });
    expect(JSON.stringify(started)).toContain('broken by hand');
  });
});

/** Takes a port unless somebody has it already. */
function occupy(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
