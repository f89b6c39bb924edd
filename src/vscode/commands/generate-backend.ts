import { dirname } from 'node:path';
import { commands, type TextDocument, window } from 'vscode';
import type { Outcome } from '../../workflow/outcome.ts';
import { hindranceOf, offerNewSchema } from '../hindrances.ts';
import { chooseOutputFolder, isInWorkspace, outputFolderSetting } from '../output-folder.ts';
import { findSchema, schemaName } from '../schemas.ts';
import type { Services } from '../services.ts';
import { validateDocument } from '../validate-document.ts';
import { rejectReview } from './discard-changes.ts';

/** How the command ended; besides what a run can come to, it may not have begun. */
export type GenerateResult = Outcome | { readonly kind: 'restricted' | 'busy' | 'no-schema' | 'not-started' };

const NOT_STARTED = { kind: 'not-started' } as const;

/** From the schema that is meant to changes that wait for a review. */
export async function generateBackend(services: Services, argument: unknown): Promise<GenerateResult> {
  const hindrance = hindranceOf(services, 'no backend is generated');
  if (hindrance !== undefined) return { kind: hindrance };
  const schema = await findSchema(argument);
  if (schema === undefined) return { kind: (await offerNewSchema()) ? 'no-schema' : 'not-started' };
  if (!(await mayReplaceReview(services))) return NOT_STARTED;
  const target = await targetFor(services, schema);
  if (target === undefined) return NOT_STARTED;
  await rejectReview(services);
  await commands.executeCommand('backboneAi.progress.focus', { preserveFocus: true });
  const outcome = await run(services, schema, target);
  tell(outcome);
  return outcome;
}

async function mayReplaceReview({ reviews }: Services): Promise<boolean> {
  const edits = reviews.current()?.edited.size ?? 0;
  if (edits === 0) return true;
  const replace = 'Generate Again';
  const detail = `Your changes to ${edits} proposed ${edits === 1 ? 'file' : 'files'} are lost.`;
  const chosen = await window.showWarningMessage(
    'Replace the changes under review?',
    { modal: true, detail },
    replace,
  );
  return chosen === replace;
}

async function targetFor({ context }: Services, schema: TextDocument): Promise<string | undefined> {
  const { model } = await validateDocument(schema);
  // A schema with errors ends its run before any folder matters, and asking for one would only be in the way.
  if (model === undefined) return dirname(schema.uri.fsPath);
  const setting = outputFolderSetting(schema);
  const projectFolder = model.project.distribution;
  const folder = await chooseOutputFolder(context, { schema, setting, projectFolder });
  if (folder === undefined || setting === '' || isInWorkspace(folder)) return folder;
  window.showErrorMessage(
    `BackBone: the setting "backboneAi.outputFolder" leads out of the workspace, to "${folder}".`,
  );
  return undefined;
}

async function run(services: Services, schema: TextDocument, target: string): Promise<Outcome> {
  const { startRun } = await import('../run/start-run.ts');
  const request = { title: schemaName(schema.uri), text: schema.getText(), uri: schema.uri, target };
  const location = { viewId: 'backboneAi.progress' };
  try {
    return await window.withProgress({ location }, () => startRun(services, request));
  } catch (error) {
    services.runs.update({
      phase: 'ended',
      tone: 'bad',
      headline: 'The run failed unexpectedly; see the log.',
    });
    throw error;
  }
}

function tell(outcome: Outcome): void {
  if (outcome.kind === 'nothing-to-do') window.showInformationMessage('BackBone: everything is up to date.');
  if (outcome.kind !== 'invalid') return;
  const show = 'Show Problems';
  window.showErrorMessage('BackBone: the schema has errors; nothing was generated.', show).then((chosen) => {
    if (chosen === show) commands.executeCommand('workbench.actions.view.problems');
  });
}
