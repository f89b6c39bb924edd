import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS, didYouMean, failure, type Limits, type Result, success } from '../core/index.ts';
import {
  ALONE,
  type COLORS,
  COMMANDS,
  type CommandInfo,
  type CommandName,
  type FORMATS,
  LIMIT_OPTIONS,
  OPTIONS,
  SHELLS,
} from './command-list.ts';
import { readLimit } from './read-limit.ts';

/** How results are printed. */
export type Format = (typeof FORMATS)[number];

/** When text is coloured. */
export type ColorChoice = (typeof COLORS)[number];

/** What `validate` and `generate` have in common. */
export type Printing = { readonly format: Format; readonly limits: Limits; readonly quiet: boolean };

/** What a command line asks for. */
export type Command = { readonly color: ColorChoice } & (
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'schema' }
  | { readonly kind: 'completion'; readonly shell: (typeof SHELLS)[number] }
  | ({ readonly kind: 'validate'; readonly files: readonly string[] } & Printing)
  | ({
      readonly kind: 'generate';
      readonly file: string;
      readonly out: string;
      readonly dryRun: boolean;
    } & Printing)
);

/** The options that were written, without dashes; a switch has the value true. */
type Written = ReadonlyMap<string, string | true>;

/** Reads a command line; the failure is one sentence for people. */
export function readArguments(args: readonly string[]): Result<Command, string> {
  const split = splitArguments(args);
  if (!split.ok) return split;
  const { words, written } = split.value;
  const [name, ...operands] = words;
  if (name === undefined) return readAlone(written);
  if (!isCommand(name))
    return failure(`there is no command "${name}"${didYouMean(name, Object.keys(COMMANDS))}`);
  const info: CommandInfo = COMMANDS[name];
  const idle = [...written.keys()].find((it) => !info.options.includes(it));
  if (idle !== undefined) return failure(`${name} takes no --${idle}`);
  const color = (written.get('color') ?? 'auto') as ColorChoice;
  if (written.has('help')) return success({ kind: 'help', command: name, color });
  const printing = readPrinting(written);
  return printing.ok ? READERS[name](operands, { ...printing.value, color }, written) : printing;
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

type Words = { readonly words: readonly string[]; readonly written: Written };

function splitArguments(args: readonly string[]): Result<Words, string> {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        ...(short === undefined ? {} : { short }),
      } as const,
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const words: string[] = [];
  const written = new Map<string, string | true>();
  for (const it of tokens) {
    if (it.kind === 'positional') words.push(it.value);
    if (it.kind !== 'option') continue;
    const problem = problemOf(it);
    if (problem !== undefined) return failure(problem);
    written.set(it.name, it.value ?? true);
  }
  return success({ words, written });
}

type OptionToken = {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

function problemOf({ name, rawName, value, inlineValue }: OptionToken): string | undefined {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (option === undefined) return `there is no option ${rawName}${didYouMean(`--${name}`, LONG_OPTIONS)}`;
  if (option.value === undefined) return value === undefined ? undefined : `--${name} takes no value`;
  const isOption = inlineValue === false && /^-./.test(value ?? '');
  if (value === undefined || value === '' || isOption)
    return `--${name} needs a value: --${name} ${option.value}`;
  if (option.choices?.includes(value) === false)
    return `--${name} is one of ${option.choices.join(', ')}, not "${value}"${didYouMean(value, option.choices)}`;
  return undefined;
}

const LONG_OPTIONS = Object.keys(OPTIONS).map((it) => `--${it}`);

function readAlone(written: Written): Result<Command, string> {
  const idle = [...written.keys()].find((it) => !ALONE.some((alone) => alone === it));
  if (idle !== undefined) return failure(`--${idle} needs a command before it`);
  return success(
    written.has('version') && !written.has('help')
      ? { kind: 'version', color: 'auto' }
      : { kind: 'help', command: undefined, color: 'auto' },
  );
}

function readPrinting(written: Written): Result<Printing, string> {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const [option, name] of LIMIT_OPTIONS) {
    const text = written.get(option);
    if (typeof text !== 'string') continue;
    const limit = readLimit(name, text);
    if (!limit.ok) return failure(`--${option} ${limit.error}`);
    limits[name] = limit.value;
  }
  const format = (written.get('format') ?? 'text') as Format;
  return success({ format, limits: limits as Limits, quiet: written.has('quiet') });
}

type Common = Printing & { readonly color: ColorChoice };
type Reader = (operands: readonly string[], common: Common, written: Written) => Result<Command, string>;

const READERS: Readonly<Record<CommandName, Reader>> = {
  schema: ([more], { color }) =>
    more === undefined ? success({ kind: 'schema', color }) : failure('schema takes no file'),
  completion: ([name, ...more], { color }) => {
    const shell = SHELLS.find((it) => it === name);
    if (shell !== undefined && more.length === 0) return success({ kind: 'completion', shell, color });
    return failure(`completion needs the name of one shell: ${SHELLS.join(', ')}`);
  },
  validate: (files, common) =>
    files.length === 0
      ? failure('validate needs the path of a schema file')
      : success({ kind: 'validate', files, ...common }),
  generate: ([file, ...more], common, written) => {
    const out = written.get('out');
    if (file === undefined) return failure('generate needs the path of a schema file');
    if (more.length > 0) return failure('generate takes one schema file');
    if (typeof out !== 'string') return failure('generate needs --out DIR, the folder to generate into');
    return success({ kind: 'generate', file, out, dryRun: written.has('dry-run'), ...common });
  },
};
