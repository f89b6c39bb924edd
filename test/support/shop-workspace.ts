import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from './extension.ts';
import { temporaryFolder, writeTree } from './tree.ts';

/** The workspace that the in-host suite expects: the shop example, an output folder, nothing saved unasked. */
export async function shopWorkspace(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(REPOSITORY, 'examples/shop.backbone.json'), join(folder, 'shop.backbone.json'));
  const settings = { 'backboneAi.outputFolder': 'out', 'files.autoSave': 'off' };
  await writeTree(folder, { '.vscode/settings.json': JSON.stringify(settings) });
  return folder;
}
