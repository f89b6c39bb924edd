import { commands } from 'vscode';
import type { VerifyOutcome } from '../../host/backend/verify.ts';
import { hindranceOf } from '../hindrances.ts';
import type { Services } from '../services.ts';

/** How the command ended; besides what the tests showed, it may not have begun. */
export type VerifyResult = VerifyOutcome | { readonly kind: 'restricted' | 'busy' | 'no-project' };

/** Runs the tests of the backend that was generated from the schema that is meant. */
export async function verifyBackend(services: Services, argument: unknown): Promise<VerifyResult> {
  const hindrance = hindranceOf(services, 'no backend is tested');
  if (hindrance !== undefined) return { kind: hindrance };
  const { findProject } = await import('../backend/generated-project.ts');
  const project = await findProject(services, argument);
  if (project === undefined) return { kind: 'no-project' };
  await commands.executeCommand('backboneAi.progress.focus', { preserveFocus: true });
  const { verifyProject } = await import('../backend/verify-project.ts');
  return verifyProject(services, project);
}
