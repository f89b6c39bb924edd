import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../core/index.ts';

/** How results are printed. */
export type Format = 'text' | 'json';

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'schema' }
  | { readonly kind: 'validate'; readonly files: readonly string[]; readonly format: Format }
  | {
      readonly kind: 'generate';
      readonly file: string;
      readonly out: string;
      readonly dryRun: boolean;
      readonly format: Format;
    };

/** What `--help` prints. */
export const HELP = `backbone: a FastAPI + SQLAlchemy 2.0 backend from a schema file

  backbone validate FILE... [--format text|json]
      Checks schema files.
  backbone generate FILE --out DIR [--dry-run] [--format text|json]
      Generates the backend of a schema into a folder. With --dry-run it only says what would change.
  backbone schema
      Prints the JSON Schema of schema files.
  backbone --help | --version

Exit codes: 0 fine; 1 the schema has errors, nothing was written; 2 the tool could not run;
3 files of yours are in the way, nothing was written.
`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string', short: 'o' },
  'dry-run': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });

/** Reads a command line; the failure is one sentence for people. */
export function readArguments(args: readonly string[]): Result<Command, string> {
  try {
    const { values, positionals } = parse(args);
    if (values.help === true) return success({ kind: 'help' });
    if (values.version === true) return success({ kind: 'version' });
    return readCommand(positionals, values);
  } catch (error) {
    return failure(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

const firstSentence = (text: string): string => text.split('. ')[0] ?? text;

function readCommand([name, ...files]: readonly string[], values: Values): Result<Command, string> {
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') return failure(`--format is "text" or "json", not "${format}"`);
  const idle = name === undefined ? undefined : idleOption(name, values);
  if (idle !== undefined) return failure(`${name} takes no --${idle}`);
  switch (name) {
    case undefined:
      return success({ kind: 'help' });
    case 'schema':
      return files.length === 0 ? success({ kind: 'schema' }) : failure('schema takes no file');
    case 'validate':
      return files.length === 0
        ? failure('validate needs the path of a schema file')
        : success({ kind: 'validate', files, format });
    case 'generate':
      return readGenerate(files, { ...values, format });
    default:
      return failure(`there is no command "${name}"`);
  }
}

const TAKES: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  validate: ['format'],
  generate: ['format', 'out', 'dry-run'],
};

/** An option that the command would have to ignore. */
const idleOption = (name: string, values: Values): string | undefined =>
  Object.keys(values).find((it) => TAKES[name]?.includes(it) === false);

function readGenerate(
  files: readonly string[],
  values: Values & { readonly format: Format },
): Result<Command, string> {
  const [file, ...more] = files;
  if (file === undefined) return failure('generate needs the path of a schema file');
  if (more.length > 0) return failure('generate takes one schema file');
  if (values.out === undefined || values.out === '')
    return failure('generate needs --out DIR, the folder to generate into');
  return success({
    kind: 'generate',
    file,
    out: values.out,
    dryRun: values['dry-run'] === true,
    format: values.format,
  });
}
