import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { COMMANDS, LIMIT_OPTIONS, OPTIONS } from '../../src/cli/command-list.ts';
import { helpText } from '../../src/cli/help.ts';
import { DEFAULT_LIMITS, LIMITS } from '../../src/core/index.ts';

const read = (line: string) => readArguments(line.split(' '));

describe('a wrong command line', () => {
  const wrong = [
    ['generate', 'generate needs the path of a schema file'],
    ['generate x', 'generate needs --out DIR, the folder to generate into'],
    ['generate x y --out z', 'generate takes one schema file'],
    ['generate x --out', '--out needs a value: --out DIR'],
    ['generate x --out=', '--out needs a value: --out DIR'],
    ['generate x --out --dry-run', '--out needs a value: --out DIR'],
    ['generate x --out y --dry-run=yes', '--dry-run takes no value'],
    ['validate', 'validate needs the path of a schema file'],
    ['validate x --format xml', '--format is one of text, json, sarif, not "xml"'],
    ['validate x --format jsn', '--format is one of text, json, sarif, not "jsn"; did you mean "json"?'],
    ['validate x --colour', 'there is no option --colour; did you mean "--color"?'],
    ['validate x --constructor', 'there is no option --constructor'],
    ['validate x -x', 'there is no option -x'],
    ['validate x --dry-run', 'validate takes no --dry-run'],
    ['validate x --max-size ten', '--max-size is a size such as 10MB, at most 500 MB, not "ten"'],
    ['validate x --max-size 1GB', '--max-size is a size such as 10MB, at most 500 MB, not "1GB"'],
    ['validate x --max-tables 0', '--max-tables is a whole number above 0, at most 1000000, not "0"'],
    ['validate x --max-tables 1e3', '--max-tables is a whole number above 0, at most 1000000, not "1e3"'],
    ['schema --out x', 'schema takes no --out'],
    ['schema x', 'schema takes no file'],
    ['completion', 'completion needs the name of one shell: bash, zsh, fish'],
    ['conjure', 'there is no command "conjure"'],
    ['validat x', 'there is no command "validat"; did you mean "validate"?'],
    ['--quiet', '--quiet needs a command before it'],
  ] as const;
  for (const [line, error] of wrong)
    it(`is answered with one sentence: ${line}`, () => expect(read(line)).toEqual({ ok: false, error }));
});

describe('limits', () => {
  const limits = (line: string) => {
    const command = read(line);
    return command.ok && 'limits' in command.value ? command.value.limits : undefined;
  };

  it('are those of the format, unless others are asked for', () => {
    expect(limits('validate x')).toEqual(DEFAULT_LIMITS);
    expect(limits('validate x --max-tables 5000 --max-columns=7')).toEqual({
      ...DEFAULT_LIMITS,
      tables: 5000,
      columns: 7,
    });
  });

  it('of bytes are written with units, in either case', () => {
    const sizes = ['1000', '1kB', '1.5MB', '2mib', '500MB'].map(
      (it) => limits(`validate x --max-size ${it}`)?.size,
    );
    expect(sizes).toEqual([1000, 1000, 1_500_000, 2 * 1024 ** 2, 500_000_000]);
  });

  it('have an option each', () => {
    expect([...LIMIT_OPTIONS.values()]).toEqual(Object.keys(LIMITS));
    for (const option of LIMIT_OPTIONS.keys()) expect(COMMANDS.generate.options).toContain(option);
  });
});

describe('--help', () => {
  it('of a command tells all that it takes, and works beside anything', () => {
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      const command = read(`${name} --help`);
      expect(command).toMatchObject({ ok: true, value: { kind: 'help', command: name } });
      const text = helpText(name as keyof typeof COMMANDS);
      for (const option of options) expect(text).toContain(`--${option}`);
      expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
    }
  });

  it('without a command names them all', () => {
    for (const [name, { summary }] of Object.entries(COMMANDS)) {
      expect(helpText()).toContain(`backbone ${name}`);
      expect(helpText()).toContain(summary);
    }
  });

  it('every option belongs to a command or stands alone', () => {
    const used = new Set<string>(Object.values(COMMANDS).flatMap((it): readonly string[] => it.options));
    expect(Object.keys(OPTIONS).filter((it) => !used.has(it))).toEqual(['version']);
  });
});

it('what follows -- is a file', () => {
  expect(readArguments(['validate', '--', '--odd.json'])).toMatchObject({ value: { files: ['--odd.json'] } });
});
