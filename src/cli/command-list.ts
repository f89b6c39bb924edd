import { bytesText, LIMITS, type LimitName } from '../core/index.ts';

/** One option of the command line; help, completion and parsing are made from it. */
export type Option = {
  readonly short?: string;
  /** What its value is called; absent for a switch. */
  readonly value?: string;
  /** The values that are allowed. */
  readonly choices?: readonly string[];
  readonly completes?: 'folder';
  readonly help: string;
};

/** How results may be printed. */
export const FORMATS = ['text', 'json', 'sarif'] as const;

/** When text is coloured. */
export const COLORS = ['auto', 'always', 'never'] as const;

/** Shells that completion is made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The options that raise or lower a limit, with what they limit. */
export const LIMIT_OPTIONS: ReadonlyMap<string, LimitName> = new Map(
  (Object.keys(LIMITS) as LimitName[]).map((name) => [`max-${name}`, name]),
);

function limitOption(name: LimitName): Option {
  const limit = LIMITS[name];
  const value = name === 'size' ? 'SIZE' : 'N';
  const usual = name === 'size' ? bytesText(limit.default).replace(' ', '') : String(limit.default);
  return {
    value,
    help: `${limit.description.replace('The', 'the').replace(/, in bytes\.$|\.$/, '')} (${usual})`,
  };
}

/** Every option of every command. */
export const OPTIONS: Readonly<Record<string, Option>> = {
  out: { short: 'o', value: 'DIR', completes: 'folder', help: 'the folder to generate into' },
  'dry-run': { help: 'only say what would change' },
  format: { value: 'FORMAT', choices: FORMATS, help: 'how results are printed: text, json or sarif (text)' },
  ...Object.fromEntries([...LIMIT_OPTIONS].map(([option, name]) => [option, limitOption(name)])),
  quiet: { short: 'q', help: 'print nothing but errors' },
  color: { value: 'WHEN', choices: COLORS, help: 'colour text: auto, always or never (auto)' },
  help: { short: 'h', help: 'print this' },
  version: { help: 'print the version' },
};

/** One command with everything that may follow its name. */
export type CommandInfo = {
  readonly summary: string;
  /** What follows the name, as help shows it. */
  readonly operands: string;
  /** What completion offers for them. */
  readonly completes: 'schema-files' | 'nothing' | readonly string[];
  readonly options: readonly string[];
};

const PRINTING = ['format', ...LIMIT_OPTIONS.keys(), 'quiet', 'color', 'help'];

/** All commands by their names. */
export const COMMANDS = {
  validate: {
    summary: 'Checks schema files.',
    operands: 'FILE...',
    completes: 'schema-files',
    options: PRINTING,
  },
  generate: {
    summary: 'Generates the backend of a schema into a folder.',
    operands: 'FILE --out DIR',
    completes: 'schema-files',
    options: ['out', 'dry-run', ...PRINTING],
  },
  schema: {
    summary: 'Prints the JSON Schema of schema files.',
    operands: '',
    completes: 'nothing',
    options: ['help'],
  },
  completion: {
    summary: 'Prints the completion of this command for a shell.',
    operands: SHELLS.join('|'),
    completes: SHELLS,
    options: ['help'],
  },
} as const satisfies Record<string, CommandInfo>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** Options that stand alone, without a command. */
export const ALONE = ['help', 'version'] as const;
