import { ALONE, COMMANDS, type CommandInfo, OPTIONS } from '../command-list.ts';

/** Completion for fish 3 or newer, made from the list of commands. */
export function fishScript(): string {
  const first = 'not __fish_seen_subcommand_from $commands';
  return `# Completion of backbone for fish. Load it with: backbone completion fish | source
set -l commands ${Object.keys(COMMANDS).join(' ')}
complete -c backbone -f
${Object.entries(COMMANDS)
  .map(([name, it]) => `complete -c backbone -n "${first}" -a ${name} -d ${quoted(it.summary)}`)
  .join('\n')}
${ALONE.map((it) => `complete -c backbone -n "${first}" ${optionWords(it)}`).join('\n')}
${Object.entries(COMMANDS).flatMap(commandLines).join('\n')}
`;
}

function commandLines([name, { options, completes }]: [string, CommandInfo]): readonly string[] {
  const start = `complete -c backbone -n "__fish_seen_subcommand_from ${name}"`;
  const lines = options.map((it) => `${start} ${optionWords(it)}`);
  if (completes === 'nothing') return lines;
  const operands =
    completes === 'schema-files'
      ? quoted('(__fish_complete_suffix .backbone.json)')
      : quoted(completes.join(' '));
  return [...lines, `${start} -a ${operands}`];
}

function optionWords(name: string): string {
  const { short, value, choices, completes, help = '' } = OPTIONS[name] ?? {};
  const offered = completes === 'folder' ? '(__fish_complete_directories)' : choices?.join(' ');
  return [
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${name}`,
    ...(value === undefined ? [] : ['-x']),
    ...(offered === undefined ? [] : [`-a ${quoted(offered)}`]),
    `-d ${quoted(help)}`,
  ].join(' ');
}

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
