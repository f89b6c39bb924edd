import schema from '../../../schemas/backbone.schema.json' with { type: 'json' };
import { EXIT } from '../exit-codes.ts';
import type { Output } from '../output.ts';

/** Prints the JSON Schema of schema files. */
export function printSchema({ out }: Output): number {
  out.write(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.fine;
}
