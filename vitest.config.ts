import { defineConfig } from 'vitest/config';

const slow = { fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{core,workflow,llm,host,cli}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'generated', include: ['test/generated/**/*.test.ts'], ...slow } },
      {
        test: {
          name: 'vscode',
          include: ['test/vscode/**/*.test.ts'],
          exclude: ['test/vscode/in-host/**'],
          globalSetup: ['test/support/package-extension.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
