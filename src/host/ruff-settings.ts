/** The settings of ruff: the same as in the generated `pyproject.toml`, which a test compares. */
export const RUFF_SETTINGS = {
  'target-version': 'py311',
  'line-length': 100,
  lint: {
    select: ['E', 'F', 'I', 'UP', 'B', 'ASYNC', 'S', 'RUF'],
    isort: { 'known-first-party': ['app', 'tests'] },
    'per-file-ignores': { 'tests/**': ['S'] },
  },
} as const;
