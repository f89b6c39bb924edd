import { basename } from 'node:path';
import type { Environment } from './environment.ts';
import { PYTHON_ADVICE, type System } from './install-advice.ts';
import { prepareFailureText } from './outcome-text.ts';
import type { Python } from './python.ts';

/** What was found of one thing that is needed; `later` means that it is not needed yet. */
export type Check = { readonly state: 'good' | 'bad' | 'later'; readonly detail: string };

const good = (detail: string): Check => ({ state: 'good', detail });
const bad = (detail: string): Check => ({ state: 'bad', detail });
const later = (detail: string): Check => ({ state: 'later', detail });

/** Whether there is a Python that generated backends run on; uv brings one itself. */
export function checkPython(python: Python | undefined, uv: string | undefined, system: System): Check {
  if (python?.recent === true) return good(`${python.version} at ${python.path}`);
  if (uv !== undefined) return later('none that is recent enough, but uv brings one');
  return bad(prepareFailureText({ kind: 'no-python', found: python }, system));
}

/** Whether environments can be made and filled. */
export function checkTools(python: Python | undefined, uv: string | undefined, system: System): Check {
  if (uv !== undefined) return good(`uv ${uv}`);
  if (python?.recent !== true) return bad('they come with Python');
  return python.makesEnvironments
    ? good('venv and pip come with Python; uv is not installed and not needed')
    : bad(`this Python lacks venv or pip; ${PYTHON_ADVICE[system]}`);
}

/** Whether a project's environment is ready to run it. */
export function checkEnvironment(environment: Environment | undefined, dependencies: string): Check {
  if (environment === undefined) return later('not made yet; "Verify Backend" makes it');
  const name = basename(environment.folder);
  if (environment.python?.recent !== true)
    return bad(`the Python in ${name} cannot be used; "Verify Backend" offers to make it again`);
  return environment.installed === dependencies
    ? good(`${name} with Python ${environment.python.version}, everything is installed`)
    : later(`${name} is there; "Verify Backend" installs what the project needs`);
}
