import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/host/backend/environment.ts';
import { planEnvironment } from '../../../src/host/backend/plan-environment.ts';
import type { Python } from '../../../src/host/backend/python.ts';
import { commandLine } from '../../../src/host/backend/tool.ts';

const python: Python = {
  path: '/usr/bin/python3',
  version: '3.12.1',
  recent: true,
  makesEnvironments: true,
  hasPip: true,
};

const old: Python = { ...python, version: '3.9.6', recent: false };

const facts = (some: Partial<Facts> = {}): Facts => ({
  project: '/projects/shop',
  environment: undefined,
  python,
  uv: undefined,
  dependencies: 'now',
  hasConstraints: true,
  ...some,
});

const made = (some: Partial<Facts['environment']> = {}) => ({
  environment: { folder: '/projects/shop/.venv', python, installed: 'now', ...some },
});

/** What would be typed, or why nothing can be done. */
function planned(some: Partial<Facts>, renew = false): readonly string[] | string {
  const plan = planEnvironment(facts(some), renew);
  if (!plan.ok) return plan.error.kind;
  const { make, install } = plan.value;
  return [...(make === undefined ? [] : [make]), ...install].map(commandLine);
}

const PIP = '/projects/shop/.venv/bin/python -m pip install -e ".[dev]" -c constraints.txt';

describe('planning an environment', () => {
  it('makes one and installs the project as its README says', () => {
    expect(planned({})).toEqual(['/usr/bin/python3 -m venv /projects/shop/.venv', PIP]);
    expect(planned({ hasConstraints: false })).toContain(
      '/projects/shop/.venv/bin/python -m pip install -e ".[dev]"',
    );
  });

  it('does nothing when everything is installed, and installs again when the lists changed', () => {
    expect(planned(made())).toEqual([]);
    expect(planned(made({ installed: 'before' }))).toEqual([PIP]);
    expect(planned(made({ installed: undefined }))).toEqual([PIP]);
  });

  it('brings pip into an environment without it', () => {
    expect(planned(made({ installed: undefined, python: { ...python, hasPip: false } }))).toEqual([
      '/projects/shop/.venv/bin/python -m ensurepip --upgrade',
      PIP,
    ]);
  });

  it('uses uv when it is installed, even without any Python', () => {
    const install = 'uv pip install --python /projects/shop/.venv/bin/python -e ".[dev]" -c constraints.txt';
    expect(planned({ uv: '0.9.0' })).toEqual([
      'uv venv --python /usr/bin/python3 /projects/shop/.venv',
      install,
    ]);
    expect(planned({ uv: '0.9.0', python: old })).toEqual([
      'uv venv --python ">=3.11" /projects/shop/.venv',
      install,
    ]);
    expect(planned({ uv: '0.9.0', ...made({ installed: undefined }) })).toEqual([install]);
  });

  it('says what is missing', () => {
    expect(planned({ python: undefined })).toBe('no-python');
    expect(planned({ python: old })).toBe('no-python');
    expect(planned({ python: { ...python, makesEnvironments: false } })).toBe('no-venv');
  });

  it('replaces an environment that cannot be used only when it is told to', () => {
    for (const unusable of [undefined, old]) {
      const environment = { python: unusable, installed: 'now' };
      expect(planned(made(environment))).toBe('unusable-environment');
      expect(planned(made(environment), true)).toHaveLength(2);
      expect(planEnvironment(facts(made(environment)), true)).toMatchObject({ value: { replaces: true } });
    }
    expect(planEnvironment(facts(), true)).toMatchObject({ value: { replaces: false } });
  });
});
