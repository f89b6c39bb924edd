import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How the schema of one index ended. */
export type Entry = {
  readonly index: number;
  readonly outcome: 'passed' | 'failed' | 'invalid';
  readonly stage?: string;
  /** The build of the generator that it was proven with. */
  readonly build: string;
};

/** What was proven already, in a file that is only added to. */
export type Progress = {
  /** How a schema ended the last time, with this build of the generator or with any. */
  readonly last: (index: number, anyBuild: boolean) => Entry | undefined;
  readonly add: (entry: Omit<Entry, 'build'>) => void;
};

/** Opens the progress of one seed. */
export function openProgress(file: string, build: string): Progress {
  mkdirSync(dirname(file), { recursive: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const entries = new Map<number, Entry>();
  for (const line of lines.filter((it) => it.startsWith('{') && it.endsWith('}'))) {
    const entry: Entry = JSON.parse(line);
    entries.set(entry.index, entry);
  }
  return {
    last: (index, anyBuild) => {
      const entry = entries.get(index);
      return anyBuild || entry?.build === build ? entry : undefined;
    },
    add: (entry) => appendFileSync(file, `${JSON.stringify({ ...entry, build })}\n`),
  };
}

/** Names what generates: the built command line and the templates. */
export function buildOf(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'dist/cli.js')));
  const templates = join(root, 'templates');
  for (const path of readdirSync(templates, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.endsWith('.mustache')) hash.update(path).update(readFileSync(join(templates, path)));
  }
  return hash.digest('hex').slice(0, 12);
}
