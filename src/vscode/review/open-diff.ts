import { join } from 'node:path';
import { commands, Uri, ViewColumn, window } from 'vscode';
import { emptyUri, proposedUri } from './proposed-files.ts';
import { changeAt, type OpenChange, type Review } from './review.ts';

/** Opens what is on disk against what would be written; closing it decides nothing. */
export async function openDiff(review: Review, path: string): Promise<void> {
  const change = changeAt(review, path);
  if (change === undefined) return;
  const onDisk = Uri.file(join(review.target, path));
  const left = change.kind === 'create' ? emptyUri(path) : onDisk;
  const right = hasProposal(change) ? proposedUri(review, path) : emptyUri(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const title = `${name} (${change.kind === 'create' ? 'new' : 'current ↔ proposed'})`;
  const options = { preview: true, preserveFocus: true, viewColumn: column() };
  await commands.executeCommand('vscode.diff', left, right, title, options);
  // A click on a row is no command that the walkthrough hears of.
  await commands.executeCommand('setContext', 'backboneAi.diffSeen', true);
}

// A page such as the walkthrough, whose tab tells nothing of what it holds, stays in sight.
function column(): ViewColumn {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && activeTab.input === undefined ? ViewColumn.Beside : ViewColumn.Active;
}

const hasProposal = (change: OpenChange): boolean =>
  change.kind !== 'delete' && change.proposed !== undefined;
