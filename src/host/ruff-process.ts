import { ruffChecker } from './ruff.ts';
import type { RuffAnswer, RuffQuestion } from './ruff-child.ts';
import { keepWasmBaseline } from './v8-flags.ts';

keepWasmBaseline();
const checker = ruffChecker(() => import('@astral-sh/ruff-wasm-nodejs'));
const never = new AbortController().signal;

async function answer({ id, files }: RuffQuestion): Promise<RuffAnswer> {
  try {
    return { id, report: await checker.check(files, never) };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

process.on('message', async (question: RuffQuestion) => {
  process.send?.(await answer(question));
});
process.on('disconnect', () => process.exit());
