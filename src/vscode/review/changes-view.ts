import {
  Disposable,
  EventEmitter,
  type FileDecoration,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { ConflictReason } from '../../core/index.ts';
import { pathOfProposed, proposedUri } from './proposed-files.ts';
import { changeAt, type OpenChange, openChanges, type Review, withChecked } from './review.ts';
import type { ReviewStore } from './review-store.ts';
import { buildTree, changesBelow, type TreeNode } from './tree.ts';

const CONFLICTS = {
  'own-file': 'your own file is in the way',
  'edited-by-user': 'you edited the generated file',
  'other-migrations': 'other migrations build on it',
  'not-a-file': 'not a text file',
  unsaved: 'has unsaved changes',
} as const satisfies Record<ConflictReason, string>;

const KINDS = {
  create: { badge: 'A', color: 'gitDecoration.addedResourceForeground', word: 'new' },
  update: { badge: 'M', color: 'gitDecoration.modifiedResourceForeground', word: 'changed' },
  merge: { badge: 'M', color: 'gitDecoration.modifiedResourceForeground', word: 'merged with your edits' },
  conflict: { badge: '!', color: 'gitDecoration.conflictingResourceForeground', word: 'conflict' },
  delete: { badge: 'D', color: 'gitDecoration.deletedResourceForeground', word: 'deleted' },
} as const satisfies Record<OpenChange['kind'], { badge: string; color: string; word: string }>;

/** Shows the changes under review as a tree; what is ticked will be applied. */
export function registerChangesView(reviews: ReviewStore): Disposable {
  const changed = new EventEmitter<void>();
  const view = window.createTreeView<TreeNode>('backboneAi.changes', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...childrenOf(reviews.current(), node)],
      getTreeItem: (node) => itemFor(reviews.current(), node),
    },
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const decorations = new EventEmitter<undefined>();
  const refresh = (): void => {
    describe(view, reviews.current());
    changed.fire();
    decorations.fire(undefined);
  };
  return Disposable.from(
    view,
    changed,
    decorations,
    reviews.onDidChange(refresh),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) {
        const paths = changesBelow(node).map((it) => it.path);
        reviews.update((review) => withChecked(review, paths, state === TreeItemCheckboxState.Checked));
      }
    }),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: decorations.event,
      provideFileDecoration: (uri) =>
        decorationFor(reviews.current(), (review) => pathOfProposed(review, uri)),
    }),
  );
}

function childrenOf(review: Review | undefined, node: TreeNode | undefined): readonly TreeNode[] {
  if (review === undefined) return [];
  if (node === undefined) return buildTree(openChanges(review));
  return node.kind === 'folder' ? node.children : [];
}

function describe(view: TreeView<TreeNode>, review: Review | undefined): void {
  if (review === undefined) {
    view.badge = undefined;
    view.description = view.message = '';
    return;
  }
  const { size } = review.checked;
  view.badge = { value: size, tooltip: `${size} changes will be applied` };
  view.description = `${size} of ${openChanges(review).length}`;
  const notes = [...review.changeSet.notes, ...noteOnDeletions(review)].map((it) => `Note: ${it}.`);
  view.message = [`${review.title} → ${workspace.asRelativePath(review.target)}.`, ...notes].join(' ');
}

function noteOnDeletions(review: Review): readonly string[] {
  const kept = openChanges(review).filter((it) => it.kind === 'delete' && !review.checked.has(it.path));
  if (kept.length === 0) return [];
  const what =
    kept.length === 1
      ? 'a file that the schema no longer needs stays'
      : `${kept.length} files that the schema no longer needs stay`;
  return [`${what} until you tick the deletion`];
}

function itemFor(review: Review | undefined, node: TreeNode): TreeItem {
  const checkboxState = (on: boolean) =>
    on ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  if (node.kind === 'folder') {
    const item = new TreeItem(node.label, TreeItemCollapsibleState.Expanded);
    item.id = `${review?.id}/${node.path}/`;
    item.iconPath = ThemeIcon.Folder;
    item.checkboxState = checkboxState(changesBelow(node).every((it) => review?.checked.has(it.path)));
    return item;
  }
  const { change, label } = node;
  const item = new TreeItem(label);
  item.id = `${review?.id}/${change.path}`;
  item.contextValue = `file.${change.kind}`;
  if (review !== undefined) {
    item.description = wordsFor(review, change);
    item.resourceUri = proposedUri(review, change.path);
  }
  item.tooltip = change.path;
  item.checkboxState = checkboxState(review?.checked.has(change.path) === true);
  item.command = { command: 'backboneAi.openDiff', title: 'Open Diff', arguments: [change.path] };
  return item;
}

function wordsFor(review: Review, change: OpenChange): string {
  if (review.stale.has(change.path)) return 'changed since the comparison; generate again';
  const word = change.kind === 'conflict' ? CONFLICTS[change.reason] : KINDS[change.kind].word;
  return review.edited.has(change.path) ? `${word}, edited by you` : word;
}

function decorationFor(
  review: Review | undefined,
  pathIn: (review: Review) => string | undefined,
): FileDecoration | undefined {
  const path = review && pathIn(review);
  const change = review && path !== undefined ? changeAt(review, path) : undefined;
  if (review === undefined || change === undefined) return undefined;
  const { badge, color } = KINDS[review.stale.has(change.path) ? 'conflict' : change.kind];
  return { badge, color: new ThemeColor(color), tooltip: wordsFor(review, change) };
}
