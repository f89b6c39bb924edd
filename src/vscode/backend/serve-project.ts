import { env, Uri } from 'vscode';
import type { Result } from '../../core/index.ts';
import { type RunningBackend, type ServeFailure, startBackend } from '../../host/backend/serve.ts';
import type { Services } from '../services.ts';
import type { KnownBackend } from './backend-store.ts';
import type { GeneratedProject } from './generated-project.ts';
import { failureEnd, tellFailure } from './show-failure.ts';
import { runTool } from './tool-panel.ts';

/** A backend that runs and is known, or why it does not run. */
export type ServeResult = Result<KnownBackend, ServeFailure>;

/** Starts a generated project, shows it in the panel, and opens its API page. */
export async function serveProject(
  services: Services,
  project: GeneratedProject,
  renewEnvironment = false,
): Promise<ServeResult> {
  const { name, folder } = project;
  const { result, show } = await runTool(services, {
    project,
    headline: `Starting ${name}…`,
    steps: ['environment', 'install', 'start'],
    task: { name: `Run ${name}`, kind: 'server' },
    renewEnvironment,
    work: (run) => startBackend(run, { prefixOf }),
    exitCode: untilItEnds,
  });
  if (!result.ok) {
    show(await failureEnd(result.error));
    tellFailure(services, { failure: result.error, renew: () => serveProject(services, project, true) });
    return result;
  }
  const { url } = result.value;
  const backend = services.backends.add({ ...result.value, name, folder });
  const headline = `${name} is running on ${url}.`;
  show({ headline, tone: 'good', next: ['verify', 'generate'], step: { state: 'done', detail: url } });
  backend.ended.then(() => sayThatItEnded(services, name, headline));
  await services.backends.open(backend.id);
  return { ok: true, value: backend };
}

// The panel may show something else by then.
function sayThatItEnded({ runs }: Services, name: string, running: string): void {
  if (runs.view().headline !== running) return;
  const next = ['run', 'verify', 'generate'] as const;
  runs.update({ headline: `${name} is not running any more.`, tone: 'neutral', next, steps: [] });
}

// A remote editor may serve local ports below a path of its own.
async function prefixOf(url: string): Promise<string> {
  const outside = await env.asExternalUri(Uri.parse(url));
  return outside.path.replace(/\/$/, '');
}

async function untilItEnds(result: Result<RunningBackend, ServeFailure>): Promise<number> {
  if (!result.ok) return 1;
  return (await result.value.ended).code ?? 0;
}
