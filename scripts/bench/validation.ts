import { validateText } from '../../src/core/index.ts';
import { schemaShape } from '../../src/core/schema/shape.ts';
import { largeSchema } from '../../test/support/large-schema.ts';
import { type Finding, warmMilliseconds } from './measure.ts';
import { schemaOf } from './schema-of.ts';

/** Milliseconds of CPU that 1,000 tables may take, and twice the text that is allowed: an editor waits for either. */
const LIMIT = { thousand: 100, refused: 5 };

/** What all rules with their exact ranges cost, beside parsing and checking the bare shape with the usual libraries. */
export function validation(): readonly Finding[] {
  const text = schemaOf(200);
  const ours = warmMilliseconds(() => validateText(text));
  const peer = warmMilliseconds(() => schemaShape.safeParse(JSON.parse(text)));
  const large = schemaOf(1000);
  const thousand = warmMilliseconds(() => validateText(large));
  const mistaken = large.replace('"Integer"', '"Intger"');
  const oneMistake = warmMilliseconds(() => validateText(mistaken));
  const tooLarge = largeSchema(20_000_000);
  const refused = warmMilliseconds(() => validateText(tooLarge));
  return [
    {
      text: `validate 1,000 tables, warm: ${thousand.toFixed(0)} ms CPU`,
      ...(thousand > LIMIT.thousand && { over: `the limit is ${LIMIT.thousand} ms` }),
    },
    {
      text: `the same with a mistake in the first, whose place must be found: ${oneMistake.toFixed(0)} ms CPU`,
    },
    {
      text: `refuse 20 MB of tables, warm: ${refused.toFixed(1)} ms CPU`,
      ...(refused > LIMIT.refused && { over: `the limit is ${LIMIT.refused} ms` }),
    },
    { text: `validate 200 tables, warm: ${ours.toFixed(1)} ms CPU with all rules and ranges` },
    {
      text: `${(ours / peer).toFixed(1)} times what JSON.parse and zod take for the shape alone (${peer.toFixed(1)} ms)`,
    },
  ];
}
