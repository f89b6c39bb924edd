import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { DIAGNOSTIC_CODES, type Diagnostic, type Severity } from '../core/index.ts';

/** One file and what was found in it; `error` says why it could not be read. */
export type CheckedFile = {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: string;
};

/**
 * The findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): one run, every rule described, and
 * paths relative to the working folder, which the reader knows as `%SRCROOT%`.
 */
export function sarifText(files: readonly CheckedFile[]): string {
  const unread = files.filter((it) => it.error !== undefined);
  const run = {
    tool: { driver: { name: 'BackBone', semanticVersion: manifest.version, rules: RULES } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notification) },
    ],
    results: files.flatMap(({ file, diagnostics }) => diagnostics.map((it) => result(file, it))),
  };
  const log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF has no level below a note; a hint is no failure. */
const LEVELS = {
  error: { kind: 'fail', level: 'error' },
  warning: { kind: 'fail', level: 'warning' },
  information: { kind: 'fail', level: 'note' },
  hint: { kind: 'informational', level: 'none' },
} as const satisfies Record<Severity, { kind: string; level: string }>;

const RULES = DIAGNOSTIC_CODES.map(({ code, name, severity, summary }) => ({
  id: code,
  name: name.replace(/(?:^|-)(.)/g, (_all, first: string) => first.toUpperCase()),
  shortDescription: { text: summary },
  help: { text: `${summary} docs/diagnostics.md shows an example.` },
  defaultConfiguration: { level: LEVELS[severity].level },
}));

const INDEX_OF = new Map(DIAGNOSTIC_CODES.map(({ code }, index) => [code, index]));

const result = (file: string, { code, severity, message, range, related }: Diagnostic) => ({
  ruleId: code,
  ruleIndex: INDEX_OF.get(code) ?? -1,
  ...LEVELS[severity],
  message: { text: message },
  locations: [location(file, range)],
  ...(related.length === 0
    ? {}
    : {
        relatedLocations: related.map((it, id) => ({
          id,
          ...location(file, it.range),
          message: { text: it.message },
        })),
      }),
});

/** Lines and columns count from one; the end is the place after the last character. */
const location = (file: string, { start, end }: Diagnostic['range']) => ({
  physicalLocation: {
    artifactLocation: artifact(file),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  },
});

function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const path = relative(process.cwd(), file);
  const isOutside = path === '' || path.startsWith('..') || resolve(path) === path;
  if (isOutside) return { uri: pathToFileURL(resolve(file)).href };
  return { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

const notification = ({ file, error = '' }: CheckedFile) => ({
  level: 'error',
  message: { text: error },
  locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
});
