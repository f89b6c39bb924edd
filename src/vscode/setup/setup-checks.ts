import { platform } from 'node:process';
import { env, version, workspace } from 'vscode';
import { projectPath } from '../../core/index.ts';
import { dependenciesOf, findEnvironment, findUv } from '../../host/backend/environment.ts';
import { type System, thisSystem } from '../../host/backend/install-advice.ts';
import { findPython, type Python, pythonNames } from '../../host/backend/python.ts';
import { type Check, checkEnvironment, checkPython, checkTools } from '../../host/backend/setup-checks.ts';
import { likelyProject } from '../backend/generated-project.ts';
import { preferredPython } from '../backend/preferred-python.ts';
import { sharedChecker } from '../run/shared-checker.ts';
import type { Services } from '../services.ts';
import { currentSettings } from '../settings.ts';

/** What is checked, with the labels that people read. */
export const SETUP = {
  editor: 'VS Code',
  trust: 'Workspace trust',
  python: 'Python',
  tools: 'Environments',
  project: 'Environment of the backend',
  ruff: 'Code checker',
  model: 'Language model',
} as const;

export type SetupPart = keyof typeof SETUP;

/** Begins all checks at once; each is answered when it is done. */
export function startChecks(
  services: Services,
  signal: AbortSignal,
): Readonly<Record<SetupPart, Promise<Check>>> {
  const machine = lookAtMachine(services);
  return {
    editor: Promise.resolve({ state: 'good', detail: `${env.appName} ${version}` }),
    trust: Promise.resolve(checkTrust()),
    python: machine.then(({ python, uv, system }) => checkPython(python, uv, system)),
    tools: machine.then(({ python, uv, system }) => checkTools(python, uv, system)),
    project: checkProject(services),
    ruff: checkRuff(services, signal),
    model: checkModel(services, signal),
  };
}

type Machine = {
  readonly python: Python | undefined;
  readonly uv: string | undefined;
  readonly system: System;
};

async function lookAtMachine({ log }: Services): Promise<Machine> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const preferred =
    workspace.isTrusted && folder !== undefined ? await preferredPython(folder, log) : undefined;
  const [python, uv, system] = await Promise.all([
    findPython(pythonNames(platform, preferred)),
    findUv(),
    thisSystem(),
  ]);
  return { python, uv, system };
}

const checkTrust = (): Check =>
  workspace.isTrusted
    ? { state: 'good', detail: 'this folder is trusted' }
    : { state: 'bad', detail: 'Restricted Mode: nothing is generated, tested or run here' };

async function checkProject(services: Services): Promise<Check> {
  // Its interpreter came with the folder, so without trust it is not even asked for its version.
  if (!workspace.isTrusted) return { state: 'later', detail: 'not looked at in Restricted Mode' };
  const project = await likelyProject(services);
  if (project === undefined) return { state: 'later', detail: 'no backend is generated yet' };
  const preferred = await preferredPython(project.folder, services.log);
  const environment = await findEnvironment(project.folder, preferred);
  return checkEnvironment(environment, await dependenciesOf(project.folder));
}

async function checkRuff(services: Services, signal: AbortSignal): Promise<Check> {
  const probe = { path: projectPath('probe.py'), text: 'x=1\n' };
  const { files } = await sharedChecker(services).check([probe], signal);
  return files[0]?.text === 'x = 1\n'
    ? { state: 'good', detail: 'ruff formats and checks' }
    : { state: 'bad', detail: 'ruff does not format; install the extension again' };
}

async function checkModel({ keyring }: Services, signal: AbortSignal): Promise<Check> {
  if (currentSettings().provider === 'none')
    return { state: 'later', detail: 'none is set up, and everything works without one' };
  const { tryModel } = await import('../keys/model-setup.ts');
  const { ok, message } = await tryModel(keyring, signal);
  return { state: ok ? 'good' : 'bad', detail: message };
}
