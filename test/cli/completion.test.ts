import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, SHELLS } from '../../src/cli/command-list.ts';
import { installDebianPackages } from '../support/apt.ts';
import { backbone, ROOT } from '../support/cli.ts';
import { mustRun, run } from '../support/process.ts';
import { temporaryFolder } from '../support/tree.ts';

type Shell = (typeof SHELLS)[number];

let folder = '';
const scriptOf = (shell: Shell): string => join(folder, shell);

beforeAll(async () => {
  const missing: string[] = [];
  for (const shell of SHELLS) if ((await run(shell, ['--version'])).code !== 0) missing.push(shell);
  if (missing.length > 0) await installDebianPackages(missing, 'testing the completion of shells');
  folder = await temporaryFolder();
  for (const shell of SHELLS) await writeFile(scriptOf(shell), (await backbone('completion', shell)).stdout);
});

// Bash makes words of a line itself before it calls the function, and an equals sign is a word.
const BASH = `source "$1"; compopt() { :; }; read -ra COMP_WORDS <<< "\${2//=/ = }"
[[ $2 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
$(complete -p backbone | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`;

const ASK: Readonly<Record<Shell, (line: string) => Promise<string>>> = {
  bash: (line) => mustRun('bash', ['-c', BASH, 'bash', scriptOf('bash'), line], { cwd: ROOT }),
  fish: (line) =>
    mustRun('fish', ['-c', 'source $argv[1]; complete -C $argv[2]', scriptOf('fish'), line], { cwd: ROOT }),
  zsh: async (line) => {
    const out = join(await temporaryFolder(), 'offered');
    await mustRun('zsh', ['-f', join(ROOT, 'test/support/complete.zsh'), scriptOf('zsh'), out, line], {
      cwd: ROOT,
    });
    return readFile(out, 'utf8');
  },
};

/** What is offered for a line, without descriptions and without what was typed before it. */
async function offered(shell: Shell, line: string): Promise<readonly string[]> {
  const lines = (await ASK[shell](line)).trim().split('\n');
  const words = lines.map((it) => basename(it.split('\t')[0]?.replace(/^--\w+=/, '') ?? ''));
  return [...new Set(words)].sort();
}

describe.each(SHELLS)('the completion for %s', (shell) => {
  const cases = [
    ['backbone va', ['validate']],
    ['backbone validate --f', ['--format']],
    ['backbone validate --format ', ['json', 'sarif', 'text']],
    ['backbone validate --format=j', ['json']],
    ['backbone generate examples/n', ['notes.backbone.json']],
    ['backbone generate x --out temp', ['templates']],
    ['backbone completion z', ['zsh']],
  ] as const;
  for (const [line, expected] of cases)
    it(`offers ${expected.join(', ')} for "${line}"`, async () => {
      expect(await offered(shell, line)).toEqual(expected);
    });

  it('offers every command', async () => {
    expect(await offered(shell, 'backbone ')).toEqual(expect.arrayContaining(Object.keys(COMMANDS)));
  });

  it('offers exactly the options that a command takes', async () => {
    const long = (await offered(shell, 'backbone generate --')).filter((it) => it.startsWith('--'));
    expect(long).toEqual(COMMANDS.generate.options.map((it) => `--${it}`).sort());
  });
});
