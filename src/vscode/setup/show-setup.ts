import type { Check } from '../../host/backend/setup-checks.ts';
import type { StepRow } from '../../webview/protocol.ts';
import type { Settings } from '../../workflow/settings.ts';
import { beginTool } from '../run/tool-run.ts';
import type { Services } from '../services.ts';
import { currentSettings } from '../settings.ts';
import { SETUP, type SetupPart, startChecks } from './setup-checks.ts';

/** What was found of each part. */
export type SetupReport = Readonly<Record<SetupPart, Check>>;

/** Looks at everything that the extension uses and shows it as a list, with a button where something can be done. */
export async function showSetup(services: Services): Promise<SetupReport> {
  const tool = beginTool(services, { title: 'Setup', headline: 'Looking…', steps: SETUP });
  const parts = Object.keys(SETUP) as readonly SetupPart[];
  const started = startChecks(services, tool.signal);
  const found = await Promise.all(
    parts.map(async (part) => {
      tool.step(part, { state: 'running' });
      const check = await started[part].catch((error) => unknown(services, error));
      tool.step(part, rowFor(part, check));
      return [part, check] as const;
    }),
  );
  const bad = found.filter(([, it]) => it.state === 'bad').length;
  tool.end({
    headline: tool.signal.aborted ? 'Cancelled.' : headlineFor(bad),
    tone: bad === 0 ? 'good' : 'bad',
    next: ['check-setup', 'generate'],
  });
  return Object.fromEntries(found) as SetupReport;
}

function unknown({ log }: Services, error: unknown): Check {
  log.error(error instanceof Error ? error : String(error));
  return { state: 'bad', detail: 'it could not be checked; see the log' };
}

const headlineFor = (bad: number): string =>
  bad === 0 ? 'Everything that is needed is there.' : `${bad} of these ${bad === 1 ? 'needs' : 'need'} you.`;

const STATES = { good: 'done', bad: 'failed', later: 'skipped' } as const;

function rowFor(part: SetupPart, check: Check): Partial<StepRow> {
  const action = check.state === 'good' ? undefined : actionFor(part);
  return { state: STATES[check.state], detail: check.detail, ...(action === undefined ? {} : { action }) };
}

// What a person can do about a part that is not as it could be.
function actionFor(part: SetupPart): StepRow['action'] {
  switch (part) {
    case 'trust':
      return { label: 'Manage Workspace Trust', type: 'trust' };
    case 'python':
      return { label: 'Install Python…', type: 'install-python' };
    case 'project':
      return { label: 'Verify Backend', type: 'verify' };
    case 'model':
      return PROVIDERS_WITHOUT_KEY.has(currentSettings().provider)
        ? { label: 'Choose Language Model…', type: 'choose-model' }
        : { label: 'Set API Key…', type: 'set-key' };
    default:
      return undefined;
  }
}

const PROVIDERS_WITHOUT_KEY: ReadonlySet<Settings['provider']> = new Set(['none', 'vscode']);
