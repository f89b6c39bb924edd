import { window } from 'vscode';
import { thisSystem } from '../../host/backend/install-advice.ts';
import { serveFailureText } from '../../host/backend/outcome-text.ts';
import type { ServeFailure } from '../../host/backend/serve.ts';
import { isAtWork } from '../hindrances.ts';
import type { Services } from '../services.ts';
import { openPythonDownloads } from './python-downloads.ts';
import type { ToolEnd } from './tool-panel.ts';

/** Why a tool could not do its work, for the panel. */
export async function failureEnd(failure: ServeFailure): Promise<ToolEnd> {
  if (failure.kind === 'cancelled')
    return { headline: 'Cancelled.', tone: 'neutral', step: { state: 'stopped', detail: 'cancelled' } };
  const headline = serveFailureText(failure, await thisSystem());
  const noPython = isAboutPython(failure);
  const step = { state: 'failed', detail: SHORT[failure.kind] } as const;
  return {
    headline,
    tone: 'bad',
    ...(noPython ? { next: ['check-setup', 'verify'] } : {}),
    step: noPython ? { ...step, action: { label: 'Install Python…', type: 'install-python' } } : step,
    ...('lastLines' in failure ? { lastLines: failure.lastLines } : {}),
  };
}

const SHORT = {
  'no-python': 'no Python that is recent enough',
  'no-venv': 'this Python cannot make environments',
  'unusable-environment': 'its Python cannot be used',
  'make-failed': 'could not be made',
  'install-failed': 'could not be installed',
  'no-port': 'no free port',
  'start-failed': 'ended at once',
  'no-answer': 'no answer',
} as const satisfies Record<Exclude<ServeFailure['kind'], 'cancelled'>, string>;

/** A failure that is told, and how to work again with a new environment. */
export type Telling = { readonly failure: ServeFailure; readonly renew: () => Promise<unknown> };

/** Tells a failure with a button for what can be done about it; nobody is waited for. */
export async function tellFailure(services: Services, { failure, renew }: Telling): Promise<void> {
  if (failure.kind === 'cancelled') return;
  const text = `BackBone: ${serveFailureText(failure, await thisSystem())}`;
  const help = HELP[failure.kind];
  const chosen = await window.showErrorMessage(text, ...(help === undefined ? [] : [help]));
  if (chosen === DOWNLOAD) await openPythonDownloads();
  if (chosen !== RENEW || isAtWork(services)) return;
  await renew().catch((error) => services.log.error(error));
}

const DOWNLOAD = 'Open python.org';
const RENEW = 'Delete and Make Again';

const HELP: Partial<Record<ServeFailure['kind'], string>> = {
  'no-python': DOWNLOAD,
  'no-venv': DOWNLOAD,
  'unusable-environment': RENEW,
};

const isAboutPython = ({ kind }: ServeFailure): boolean => kind === 'no-python' || kind === 'no-venv';
