import { describe, expect, it } from 'vitest';
import { installAdvice, PYTHON_ADVICE } from '../../../src/host/backend/install-advice.ts';
import { prepareFailureText, reportText, serveFailureText } from '../../../src/host/backend/outcome-text.ts';
import type { Python } from '../../../src/host/backend/python.ts';

const old: Python = {
  path: '/usr/bin/python3',
  version: '3.9.6',
  recent: false,
  makesEnvironments: true,
  hasPip: true,
};

describe('what to do', () => {
  it('without Python depends on the system', () => {
    expect(prepareFailureText({ kind: 'no-python', found: undefined }, 'debian')).toBe(
      'Python 3.11 or newer is not installed. To install it, run "sudo apt install python3 python3-venv".',
    );
    expect(prepareFailureText({ kind: 'no-python', found: old }, 'windows')).toContain('only 3.9.6');
    expect(new Set(Object.values(PYTHON_ADVICE)).size).toBe(4);
    expect(
      prepareFailureText({ kind: 'no-venv', python: { ...old, version: '3.12.1' } }, 'debian'),
    ).toContain('python3-venv');
  });

  it('after a failed installation depends on what pip or uv said last', () => {
    const cases: readonly (readonly [string, string])[] = [
      [
        'WARNING: Retrying … after connection broken by NewConnectionError: [Errno 111] Connection refused\nERROR: No matching distribution found for hatchling>=1.27',
        'cannot be reached',
      ],
      ['error: Failed to fetch: `https://index.example/simple/fastapi/`', 'cannot be reached'],
      ['SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed', 'not trusted'],
      ['ProxyError: Tunnel connection failed: 407 Proxy Authentication Required', 'proxy'],
      [
        'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
        'disk is full',
      ],
      ['ERROR: No matching distribution found for fastapi<1,>=0.142', 'no versions that fit'],
    ];
    for (const [printed, advice] of cases)
      expect(installAdvice(printed.split('\n')), printed).toContain(advice);
    expect(installAdvice(['error: subprocess-exited-with-error'])).toBeUndefined();
    expect(prepareFailureText({ kind: 'install-failed', lastLines: ['odd'] }, 'linux')).toContain(
      'last lines',
    );
  });

  it('with an environment or a backend that does not start', () => {
    const unusable = { kind: 'unusable-environment', folder: '/p/.venv', found: undefined } as const;
    expect(prepareFailureText(unusable, 'macos')).toContain('/p/.venv does not start');
    expect(prepareFailureText({ ...unusable, found: old }, 'macos')).toContain('/p/.venv is 3.9.6');
    expect(serveFailureText({ kind: 'no-answer', seconds: 60 }, 'macos')).toContain('60 seconds');
    expect(serveFailureText({ kind: 'no-python', found: undefined }, 'macos')).toContain('brew');
  });
});

it('a report in one line', () => {
  const report = { tests: 40, failed: 0, errors: 0, skipped: 0, seconds: 3.14, problems: [] };
  expect(reportText(report)).toBe('40 tests passed (3.1 s)');
  expect(reportText({ ...report, skipped: 2 })).toBe('38 tests passed, 2 skipped (3.1 s)');
  expect(reportText({ ...report, failed: 1 })).toBe('1 of 40 tests failed (3.1 s)');
  expect(reportText({ ...report, errors: 2 })).toBe('2 errors in 40 tests (3.1 s)');
  expect(reportText({ ...report, failed: 1, errors: 1 })).toBe('1 of 40 tests failed, 1 error (3.1 s)');
});
