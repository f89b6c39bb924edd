import { type DisposableChecker, ruffChild } from '../../host/ruff-child.ts';
import type { Services } from '../services.ts';

let checker: DisposableChecker | undefined;

/** The one process that formats and checks for everybody; it ends by itself when it is idle. */
export function sharedChecker({ context }: Services): DisposableChecker {
  if (checker !== undefined) return checker;
  checker = ruffChild(context.asAbsolutePath('dist/ruff-process.cjs'));
  context.subscriptions.push(checker);
  return checker;
}
