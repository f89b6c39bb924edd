import { openDiff } from '../review/open-diff.ts';
import type { TreeNode } from '../review/tree.ts';
import type { Services } from '../services.ts';

/** Shows one change: named by its path, or by its row in the tree. */
export async function openChange({ reviews }: Services, argument: unknown): Promise<void> {
  const review = reviews.current();
  const path = typeof argument === 'string' ? argument : pathOfRow(argument);
  if (review !== undefined && path !== undefined) await openDiff(review, path);
}

function pathOfRow(argument: unknown): string | undefined {
  const row: Partial<TreeNode> = Object(argument);
  return row.kind === 'file' ? row.change?.path : undefined;
}
