import type { OpenChange } from './review.ts';

/** A folder or a file of the changes, as the tree shows them. */
export type TreeNode =
  | {
      readonly kind: 'folder';
      readonly label: string;
      readonly path: string;
      readonly children: readonly TreeNode[];
    }
  | { readonly kind: 'file'; readonly label: string; readonly change: OpenChange };

/** Arranges changes by folder; a folder that holds nothing but one folder shares its row. */
export function buildTree(changes: readonly OpenChange[]): readonly TreeNode[] {
  return childrenOf('', changes);
}

/** Every change below a node. */
export function changesBelow(node: TreeNode): readonly OpenChange[] {
  return node.kind === 'file' ? [node.change] : node.children.flatMap(changesBelow);
}

function childrenOf(folder: string, changes: readonly OpenChange[]): readonly TreeNode[] {
  const parts = new Set(changes.map(({ path }) => nextPart(path, folder)));
  const nodes = [...parts].map((part) =>
    nodeFor(
      folder,
      part,
      changes.filter(({ path }) => nextPart(path, folder) === part),
    ),
  );
  return nodes.toSorted(foldersFirst);
}

function nodeFor(folder: string, part: string, group: readonly OpenChange[]): TreeNode {
  const path = `${folder}${part}`;
  const [only] = group;
  if (only !== undefined && only.path === path) return { kind: 'file', label: part, change: only };
  const children = childrenOf(`${path}/`, group);
  const [child] = children;
  if (children.length === 1 && child?.kind === 'folder') return { ...child, label: `${part}/${child.label}` };
  return { kind: 'folder', label: part, path, children };
}

const nextPart = (path: string, folder: string): string => path.slice(folder.length).split('/', 1)[0] ?? '';

function foldersFirst(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return a.label < b.label ? -1 : 1;
}
