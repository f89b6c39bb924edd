import { COMMANDS, type CommandInfo, type CommandName, OPTIONS } from './command-list.ts';

const usageOf = (name: string, { operands }: CommandInfo): string => `backbone ${name} ${operands}`.trimEnd();

/** What `--help` prints, for one command or for all. */
export function helpText(command?: CommandName): string {
  return command === undefined ? overview() : commandHelp(command);
}

function overview(): string {
  const lines = [
    ...Object.entries(COMMANDS).map(([name, it]) => [usageOf(name, it), it.summary] as const),
    ['backbone COMMAND --help', 'Prints what a command takes.'],
    ['backbone --version', 'Prints the version.'],
  ] as const;
  return `backbone: a FastAPI + SQLAlchemy 2.0 backend from a schema file

${table(lines)}

Exit codes: 0 fine; 1 the schema has errors, nothing was written; 2 the tool could not run;
3 files of yours are in the way, nothing was written; 130 ended by Ctrl-C.
`;
}

function commandHelp(name: CommandName): string {
  const info: CommandInfo = COMMANDS[name];
  const lines = info.options.map((it) => [optionText(it), OPTIONS[it]?.help ?? ''] as const);
  return `${usageOf(name, info)}\n${info.summary}\n\n${table(lines)}\n`;
}

function optionText(name: string): string {
  const { short, value } = OPTIONS[name] ?? {};
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function table(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
