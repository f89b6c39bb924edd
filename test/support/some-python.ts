import type { Python } from '../../src/host/backend/python.ts';

/** An interpreter that can do everything. */
export const python: Python = {
  path: '/usr/bin/python3',
  version: '3.12.1',
  recent: true,
  makesEnvironments: true,
  hasPip: true,
};

/** One that generated projects do not run on. */
export const old: Python = { ...python, version: '3.9.6', recent: false };
