import { ALONE, COMMANDS, type CommandInfo, OPTIONS } from '../command-list.ts';

/** Completion for bash 4.4 or newer, made from the list of commands. */
export function bashScript(): string {
  return `# Completion of backbone for bash. Load it with: source <(backbone completion bash)
_backbone() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
  # An equals sign is a word of its own.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "${[...Object.keys(COMMANDS), ...ALONE.map((it) => `--${it}`)].join(' ')}" -- "$cur")
    return
  fi
  case $prev in
${optionCases()}
  esac
  case \${COMP_WORDS[1]}:$cur in
${commandCases()}
  esac
}
complete -F _backbone backbone
`;
}

const words = (all: readonly string[]): string =>
  `mapfile -t COMPREPLY < <(compgen -W "${all.join(' ')}" -- "$cur")`;

const FOLDERS = `compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur")`;
const SCHEMA_FILES = `compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -X '!*.backbone.json' -- "$cur"; compgen -d -- "$cur")`;

function optionCases(): string {
  const lines = Object.entries(OPTIONS).flatMap(([name, { short, value, choices, completes }]) => {
    if (value === undefined) return [];
    const offer = choices === undefined ? (completes === undefined ? ':' : FOLDERS) : words(choices);
    return [`    ${short === undefined ? '' : `-${short} | `}--${name}) ${offer}; return ;;`];
  });
  return lines.join('\n');
}

function commandCases(): string {
  const lines = Object.entries<CommandInfo>(COMMANDS).flatMap(([name, { options, completes }]) => {
    const operands = typeof completes === 'string' ? OPERANDS[completes] : words(completes);
    return [
      `    ${name}:-*) ${words(options.map((it) => `--${it}`))} ;;`,
      ...(operands === undefined ? [] : [`    ${name}:*) ${operands} ;;`]),
    ];
  });
  return lines.join('\n');
}

const OPERANDS = { 'schema-files': SCHEMA_FILES, nothing: undefined };
