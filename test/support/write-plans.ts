import { type FileWrite, projectPath } from '../../src/core/index.ts';

/** One file that an apply writes, or deletes when there is no text. */
export const write = (path: string, text: string | undefined, expected?: string): FileWrite => ({
  path: projectPath(path),
  text,
  expected,
});

/** A project before `PLAN` is applied. */
export const OLD = { 'app/main.py': 'old main\n', 'app/gone.py': 'gone\n', 'notes.txt': 'mine\n' };

/** A change, a deletion and a new file. */
export const PLAN = [
  write('app/main.py', 'new main\n', 'old main\n'),
  write('app/gone.py', undefined, 'gone\n'),
  write('app/models/users.py', 'users\n'),
];

/** The project after it. */
export const NEW = { 'app/main.py': 'new main\n', 'app/models/users.py': 'users\n', 'notes.txt': 'mine\n' };
