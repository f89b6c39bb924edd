import { ALONE, COMMANDS, type CommandInfo, OPTIONS } from '../command-list.ts';

/** Completion for zsh, made from the list of commands. */
export function zshScript(): string {
  const commands = Object.entries(COMMANDS).map(([name, it]) => quoted(`${name}:${it.summary}`));
  return `#compdef backbone
# Completion of backbone for zsh. Load it after compinit with: source <(backbone completion zsh)
_backbone() {
  local -a commands=(
    ${commands.join('\n    ')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments ${ALONE.map(optionSpec).join(' ')}
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${Object.entries(COMMANDS)
  .map(([name, it]) => commandCase(name, it))
  .join('\n')}
  esac
}
if [[ $funcstack[1] == _backbone ]]; then _backbone "$@"; else compdef _backbone backbone; fi
`;
}

function commandCase(name: string, { options, completes }: CommandInfo): string {
  const specs = [...options.map(optionSpec), ...operandSpec(completes)];
  return `    ${name})\n      _arguments -S \\\n        ${specs.join(' \\\n        ')} ;;`;
}

function optionSpec(name: string): string {
  const { short, value, choices, completes, help = '' } = OPTIONS[name] ?? {};
  const action =
    choices === undefined ? (completes === undefined ? ' ' : '_files -/') : `(${choices.join(' ')})`;
  const rest = `[${help.replace(/[[\]\\:]/g, '\\$&')}]${value === undefined ? '' : `:${value}:${action}`}`;
  const long = quoted(`--${name}${value === undefined ? '' : '='}${rest}`);
  return short === undefined ? long : `${long} ${quoted(`-${short}${rest}`)}`;
}

function operandSpec(completes: CommandInfo['completes']): readonly string[] {
  if (completes === 'nothing') return [];
  if (completes === 'schema-files') return [quoted('*:schema file:_files -g "*.backbone.json"')];
  return [quoted(`1:shell:(${completes.join(' ')})`)];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
