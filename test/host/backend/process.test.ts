import { expect, it } from 'vitest';
import { ask, startProcess } from '../../../src/host/backend/process.ts';

const cwd = process.cwd();

it('passes output on as it comes and keeps the last lines without colours', async () => {
  let printed = '';
  const script = 'for i in range(100): print(f"\\x1b[31mline {i}\\x1b[0m")';
  const { ended } = startProcess({ program: 'python3', args: ['-c', script], cwd }, (text) => {
    printed += text;
  });
  const { code, lastLines } = await ended;
  expect(code).toBe(0);
  expect(printed).toContain('\u001b[31mline 0');
  expect(lastLines.length).toBeLessThan(100);
  expect(lastLines.at(-1)).toBe('line 99');
});

it('says that a program cannot be started', async () => {
  const { ended } = startProcess({ program: '/nowhere/python', args: [], cwd }, () => undefined);
  expect(await ended).toEqual({ code: undefined, lastLines: [expect.stringContaining('ENOENT')] });
  expect(await ask('/nowhere/python', [])).toBeUndefined();
  expect(await ask('false', [])).toBeUndefined();
});

it('ends a program together with what it started, even one that does not want to', async () => {
  const script = `
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("ready", flush=True)
time.sleep(600)
`;
  const { ended, end } = startProcess({ program: 'python3', args: ['-c', script], cwd }, () => end());
  // The output is open for as long as one of the two lives.
  expect(await ended).toEqual({ code: undefined, lastLines: ['ready'] });
});

it('gives a program nothing to read, so that it cannot wait for an answer', async () => {
  const { ended } = startProcess({ program: 'python3', args: ['-c', 'input()'], cwd }, () => undefined);
  expect(await ended).toMatchObject({
    code: 1,
    lastLines: expect.arrayContaining(['EOFError: EOF when reading a line']),
  });
});
