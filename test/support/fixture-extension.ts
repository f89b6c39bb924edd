import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './extension.ts';

/** Puts an extension of the fixtures beside the installed one. */
export const fixtureExtension =
  (name: string) =>
  async (installed: string): Promise<void> => {
    const folder = dirname(installed);
    const source = join(REPOSITORY, 'test/fixtures', name);
    await cp(source, join(folder, `backbone-test.${name}-1.0.0`), { recursive: true });
    // Without its list the editor takes every folder that it finds.
    await rm(join(folder, 'extensions.json'));
  };
