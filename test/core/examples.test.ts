import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateText } from '../../src/core/index.ts';

/** The project's own examples, and those of the original format when they lie beside the repository. */
const FOLDERS = ['examples', '../shared/examples'];

const files = FOLDERS.filter((it) => existsSync(it)).flatMap((folder) =>
  readdirSync(folder)
    .filter((it) => it.endsWith('.backbone.json'))
    .map((it) => join(folder, it)),
);

test.each(files)('%s has no error and no warning', (file) => {
  const { diagnostics, hiddenErrors, model } = validateText(readFileSync(file, 'utf8'));
  expect(diagnostics.filter((it) => it.severity === 'error' || it.severity === 'warning')).toEqual([]);
  expect(hiddenErrors).toEqual([]);
  expect(model).toBeDefined();
});
