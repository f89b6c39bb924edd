import { validateText } from '../../src/core/index.ts';
import { schemaShape } from '../../src/core/schema/shape.ts';
import { type Finding, warmMilliseconds } from './measure.ts';
import { schemaOf } from './schema-of.ts';

/** What all rules with their exact ranges cost, beside parsing and checking the bare shape with the usual libraries. */
export function validation(): readonly Finding[] {
  const text = schemaOf(200);
  const ours = warmMilliseconds(() => validateText(text));
  const peer = warmMilliseconds(() => schemaShape.safeParse(JSON.parse(text)));
  return [
    { text: `validate 200 tables, warm: ${ours.toFixed(1)} ms CPU with all rules and ranges` },
    {
      text: `${(ours / peer).toFixed(1)} times what JSON.parse and zod take for the shape alone (${peer.toFixed(1)} ms)`,
    },
  ];
}
