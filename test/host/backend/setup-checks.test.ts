import { expect, it } from 'vitest';
import type { Python } from '../../../src/host/backend/python.ts';
import { checkEnvironment, checkPython, checkTools } from '../../../src/host/backend/setup-checks.ts';

const python: Python = {
  path: '/usr/bin/python3',
  version: '3.12.1',
  recent: true,
  makesEnvironments: true,
  hasPip: true,
};
const old: Python = { ...python, version: '3.9.6', recent: false };

it('Python is named with its version and place, or with what to do', () => {
  expect(checkPython(python, undefined, 'debian')).toEqual({
    state: 'good',
    detail: '3.12.1 at /usr/bin/python3',
  });
  expect(checkPython(old, undefined, 'debian').detail).toMatch(/only 3\.9\.6.*apt install/);
  expect(checkPython(undefined, undefined, 'macos')).toMatchObject({ state: 'bad' });
  expect(checkPython(undefined, '0.9.1', 'macos').state).toBe('later');
});

it('environments need venv or uv', () => {
  expect(checkTools(python, undefined, 'debian').state).toBe('good');
  expect(checkTools(undefined, '0.9.1', 'debian')).toEqual({ state: 'good', detail: 'uv 0.9.1' });
  expect(checkTools({ ...python, makesEnvironments: false }, undefined, 'debian')).toMatchObject({
    state: 'bad',
    detail: expect.stringContaining('python3-venv'),
  });
  expect(checkTools(old, undefined, 'debian').state).toBe('bad');
});

it("a project's environment is ready, behind, missing or broken", () => {
  const environment = { folder: '/p/.venv', python, installed: 'now' };
  expect(checkEnvironment(environment, 'now')).toMatchObject({ state: 'good' });
  expect(checkEnvironment(environment, 'newer')).toMatchObject({ state: 'later' });
  expect(checkEnvironment(undefined, 'now')).toMatchObject({ state: 'later' });
  expect(checkEnvironment({ ...environment, python: undefined }, 'now')).toMatchObject({ state: 'bad' });
});
