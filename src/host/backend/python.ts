import { z } from 'zod';
import { ask } from './process.ts';

/** The oldest Python that generated backends run on, as their `pyproject.toml` says. */
export const OLDEST_PYTHON = [3, 11] as const;

/** A Python that was found. */
export type Python = {
  /** Absolute path of the interpreter. */
  readonly path: string;
  /** Such as `3.13.1`. */
  readonly version: string;
  readonly recent: boolean;
  /** Whether it can make virtual environments; Debian ships that as a package of its own. */
  readonly makesEnvironments: boolean;
  readonly hasPip: boolean;
};

/** A program with leading arguments under which a Python may be reached. */
export type PythonName = readonly [program: string, ...args: string[]];

/** Where to look for Python on a platform, the likeliest first; `preferred` is one that the person chose. */
export function pythonNames(platform: NodeJS.Platform, preferred?: string): readonly PythonName[] {
  const chosen: PythonName[] = preferred === undefined ? [] : [[preferred]];
  if (platform === 'win32') return [...chosen, ['py', '-3'], ['python'], ['python3']];
  const versioned = [14, 13, 12, 11].map((minor): PythonName => [`python3.${minor}`]);
  // A desktop application on macOS may not have the PATH of a terminal.
  const brewed: PythonName[] =
    platform === 'darwin' ? [['/opt/homebrew/bin/python3'], ['/usr/local/bin/python3']] : [];
  return [...chosen, ['python3'], ...versioned, ...brewed, ['python']];
}

/** The first Python that can do everything, else the one that can do most; undefined when there is none. */
export async function findPython(names: readonly PythonName[]): Promise<Python | undefined> {
  let best: Python | undefined;
  for (const name of names) {
    const found = await probePython(name);
    if (found !== undefined && rank(found) > (best === undefined ? -1 : rank(best))) best = found;
    if (best !== undefined && rank(best) === BEST) return best;
  }
  return best;
}

const BEST = 2;
const rank = (python: Python): number => (python.recent ? 1 + Number(python.makesEnvironments) : 0);

/** What is behind a name; undefined when that is no Python that works. */
export async function probePython([program, ...args]: PythonName): Promise<Python | undefined> {
  const printed = await ask(program, [...args, '-I', '-c', PROBE]);
  if (printed === undefined) return undefined;
  const answer = Answer.safeParse(parseJson(printed));
  if (!answer.success) return undefined;
  const { path, version, venv, pip } = answer.data;
  const [major = 0, minor = 0] = version;
  const [oldestMajor, oldestMinor] = OLDEST_PYTHON;
  const recent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return { path, version: version.join('.'), recent, makesEnvironments: venv, hasPip: pip };
}

const PROBE = `
import json, sys
from importlib.util import find_spec
print(json.dumps({
    "path": sys.executable,
    "version": sys.version_info[:3],
    "venv": find_spec("venv") is not None and find_spec("ensurepip") is not None,
    "pip": find_spec("pip") is not None,
}))
`;

const Answer = z.object({
  path: z.string().min(1),
  version: z.array(z.number()),
  venv: z.boolean(),
  pip: z.boolean(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
