import { Ajv } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { strictSchema } from './json-schema.ts';

const standalone = standaloneModule.default;

/** The compiled check of a schema file's structure: one self-contained module, without run-time compilation. */
export async function structureCheck(): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    code: { source: true, esm: true },
    strict: true,
    allowUnionTypes: true,
  });
  ajv.addVocabulary(['x-not-yet', 'x-values', 'allowComments', 'allowTrailingCommas']);
  const source = standalone(ajv, ajv.compile(strictSchema()));
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    target: 'node22',
  });
  return `${result.outputFiles[0]?.text ?? ''}`;
}
