import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The project's own examples, the hard ones among the fixtures, and the customer's when they lie beside it. */
const FOLDERS = ['examples', 'test/fixtures/schemas', '../shared/examples'];

/** Paths of every schema file that must give a green backend. */
export const schemaFiles: readonly string[] = FOLDERS.map((it) => join(root, it))
  .filter((it) => existsSync(it))
  .flatMap((folder) => readdirSync(folder).map((it) => join(folder, it)))
  .filter((it) => it.endsWith('.backbone.json'));
