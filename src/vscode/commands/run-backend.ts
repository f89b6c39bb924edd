import { commands } from 'vscode';
import type { ServeFailure } from '../../host/backend/serve.ts';
import { hindranceOf } from '../hindrances.ts';
import type { Services } from '../services.ts';

/** How the command ended. */
export type RunResult =
  | { readonly kind: 'running'; readonly url: string }
  | ServeFailure
  | { readonly kind: 'restricted' | 'busy' | 'no-project' };

/** Starts the backend that was generated from the schema that is meant, unless it runs, and opens its API page. */
export async function runBackend(services: Services, argument: unknown): Promise<RunResult> {
  const hindrance = hindranceOf(services, 'no backend is run');
  if (hindrance !== undefined) return { kind: hindrance };
  const { findProject } = await import('../backend/generated-project.ts');
  const project = await findProject(services, argument);
  if (project === undefined) return { kind: 'no-project' };
  const running = services.backends.in(project.folder);
  if (running !== undefined) {
    await services.backends.open(running.id);
    return { kind: 'running', url: running.url };
  }
  await commands.executeCommand('backboneAi.progress.focus', { preserveFocus: true });
  const { serveProject } = await import('../backend/serve-project.ts');
  const served = await serveProject(services, project);
  return served.ok ? { kind: 'running', url: served.value.url } : served.error;
}
