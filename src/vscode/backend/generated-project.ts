import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { commands, type TextDocument, type Uri, window } from 'vscode';
import { loadEngine } from '../engine.ts';
import { offerNewSchema } from '../hindrances.ts';
import { isInWorkspace, knownOutputFolder, outputFolderSetting } from '../output-folder.ts';
import { findSchema, likelySchema, schemaName } from '../schemas.ts';
import type { Services } from '../services.ts';

/** A project that was generated. */
export type GeneratedProject = {
  /** Absolute path. */
  readonly folder: string;
  /** The name of the folder. */
  readonly name: string;
  readonly schema: Uri;
};

/** The backend that was generated from the schema that is meant; offers to generate it when there is none. */
export async function findProject(
  services: Services,
  argument: unknown,
): Promise<GeneratedProject | undefined> {
  // While a test or a table of the backend is being read, the panel still shows which schema is meant.
  const schema = await findSchema(argument, services.runs.schema());
  if (schema === undefined) {
    await offerNewSchema();
    return undefined;
  }
  const project = await projectOf(services, schema);
  if (project === undefined) offerToGenerate(schema);
  return project;
}

/** The backend that is most likely meant; nobody is asked. */
export async function likelyProject(services: Services): Promise<GeneratedProject | undefined> {
  const schema = await likelySchema(services.runs.schema());
  return schema && projectOf(services, schema);
}

async function projectOf({ context }: Services, schema: TextDocument): Promise<GeneratedProject | undefined> {
  const setting = outputFolderSetting(schema);
  const known = knownOutputFolder(context, { schema, setting });
  // A workspace, whose settings anyone may have written, has no say in what runs outside of it.
  const allowed = known !== undefined && (setting === '' || isInWorkspace(known)) ? [known] : [];
  const folder = [...allowed, ...(await usualFolder(schema))].find(isGenerated);
  return folder === undefined ? undefined : { folder, name: basename(folder), schema: schema.uri };
}

// The command line generates beside the schema without telling the editor.
async function usualFolder(schema: TextDocument): Promise<readonly string[]> {
  const { validateText } = await loadEngine();
  const { model } = validateText(schema.getText());
  if (model === undefined || schema.uri.scheme !== 'file') return [];
  return [join(dirname(schema.uri.fsPath), model.project.distribution)];
}

const isGenerated = (folder: string): boolean =>
  ['pyproject.toml', '.backbone/manifest.json'].every((it) => existsSync(join(folder, it)));

function offerToGenerate(schema: TextDocument): void {
  const generate = 'Generate Backend';
  const text = `BackBone: ${schemaName(schema.uri)} has no generated backend in this workspace yet.`;
  window.showInformationMessage(text, generate).then((chosen) => {
    if (chosen === generate) commands.executeCommand('backboneAi.generateBackend', schema.uri);
  });
}
