import * as z from 'zod/mini';
import { isProjectPath, type ProjectPath, projectPath } from '../shared/project-path.ts';

/** The folder inside a generated project that remembers what was generated. */
export const BOOKKEEPING = '.backbone';

/** Lists the files that were generated; their last generated texts lie in `.backbone/base/`. */
export const MANIFEST = projectPath(`${BOOKKEEPING}/manifest.json`);

/** The database that was last generated; see `lockText`. */
export const LOCK = projectPath(`${BOOKKEEPING}/model.lock.json`);

/** The write-ahead journal of the last apply; belongs to this machine, never to a repository. */
export const JOURNAL = `${BOOKKEEPING}/journal`;

/** Where the last generated text of a file is kept. */
export const basePath = (path: ProjectPath): ProjectPath => projectPath(`${BOOKKEEPING}/base/${path}`);

const manifestShape = z.object({
  version: z.literal(1),
  files: z.array(z.string().check(z.refine(isProjectPath))),
});

/** The paths of a manifest's text; undefined when it is not one of ours. */
export function parseManifest(text: string): readonly ProjectPath[] | undefined {
  const result = manifestShape.safeParse(parseJson(text));
  return result.success ? result.data.files.filter(isProjectPath) : undefined;
}

/** The text of a manifest: one line for each path, sorted. */
export const manifestText = (paths: Iterable<ProjectPath>): string =>
  `${JSON.stringify({ version: 1, files: [...paths].sort() }, null, 2)}\n`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
