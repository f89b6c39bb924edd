import { inject } from '../../test/support/injection/inject.ts';
import { table, writeFigures } from './figures.ts';

/** A run whose figures are worth keeping. */
const LONG = 10_000;

/** Proves that no text of a schema becomes code: so many hostile texts in generated projects; the number that did. */
export async function proveInjection(seed: number, wanted: number): Promise<number> {
  const { schemas, placements, refused, found } = await inject(seed, wanted);
  for (const { difference, schema } of found)
    console.log(`${difference.slice(1).join(': ')}\n${schema.slice(0, 5000)}\n`);
  const total = [...placements.values()].reduce((sum, it) => sum + it, 0);
  const figures = table([
    ['seed', String(seed)],
    [
      'hostile texts in generated projects',
      `${total.toLocaleString('en')}, in ${schemas.toLocaleString('en')} schemas`,
    ],
    ['properties of the format that held one', String(placements.size)],
    ['hostile texts that the rules refused', refused.toLocaleString('en')],
    ['files of another shape, or outside of the project', String(found.length)],
  ]);
  console.log(`\n${figures}`);
  if (total >= LONG) writeFigures('injection', figures);
  return found.length;
}
