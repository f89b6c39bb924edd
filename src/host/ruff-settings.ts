/** The settings of ruff: the same as in the generated `pyproject.toml`, which a test compares. */
export const RUFF_SETTINGS = {
  'target-version': 'py311',
  'line-length': 100,
  lint: {
    select: ['ASYNC', 'B', 'C4', 'E', 'F', 'I', 'PIE', 'PT', 'RET', 'RUF', 'S', 'SIM', 'UP'],
    ignore: ['E501', 'RUF001', 'RUF002', 'RUF003', 'S105'],
    isort: { 'known-first-party': ['app', 'tests'] },
    'per-file-ignores': { 'tests/**': ['S101'] },
  },
} as const;
