import { z } from 'zod';
import { ask } from './process.ts';

/** What pytest reports. */
export type TestReport = {
  readonly tests: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Tests that did not pass, in their order. */
  readonly problems: readonly TestProblem[];
};

/** A test that failed, or could not be run. */
export type TestProblem = {
  readonly kind: 'failure' | 'error';
  readonly name: string;
  /** Relative to the project. */
  readonly file: string | undefined;
  /** Where the test went wrong, else where it begins; counted from 1. */
  readonly line: number | undefined;
  /** The first line of what went wrong. */
  readonly message: string;
};

/** The options that make pytest write a report with the place of every test; `xunit2` leaves places out. */
export const reportOptions = (file: string): readonly string[] => [
  `--junitxml=${file}`,
  '-o',
  'junit_family=xunit1',
];

/**
 * Reads a JUnit XML report with the XML parser of the Python that wrote it; undefined when there is no report or
 * it is no XML.
 */
export async function readTestReport(python: string, file: string): Promise<TestReport | undefined> {
  const printed = await ask(python, ['-I', '-c', READ, file]);
  if (printed === undefined) return undefined;
  const { cases, seconds } = Printed.parse(JSON.parse(printed));
  const count = (outcome: string): number => cases.filter((it) => it.outcome === outcome).length;
  return {
    tests: cases.length,
    failed: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    seconds,
    problems: cases.flatMap(({ outcome, name, file: path, line, message }) =>
      outcome === 'failure' || outcome === 'error'
        ? [
            {
              kind: outcome,
              name,
              file: path ?? undefined,
              line: line ?? undefined,
              message,
            },
          ]
        : [],
    ),
  };
}

// A test whose teardown fails has two entries: what went wrong counts, once. A traceback names each step as
// "file:line: ", and the last one in the test's own file is where to look first.
const READ = `
import json, re, sys
from xml.etree import ElementTree
seconds, cases = 0.0, {}
for suite in ElementTree.parse(sys.argv[1]).iter("testsuite"):
    seconds += float(suite.get("time") or 0)
    for case in suite.iter("testcase"):
        found = next((it for it in case if it.tag in ("failure", "error", "skipped")), None)
        key = (case.get("classname"), case.get("name"))
        if found is None and key in cases:
            continue
        file, line = case.get("file"), case.get("line")
        steps = re.findall(rf"^{re.escape(file or '')}:(\\d+): ", "" if found is None else found.text or "", re.M)
        lines = [] if found is None else (found.get("message") or "").strip().splitlines()
        cases[key] = {
            "outcome": "passed" if found is None else found.tag,
            "name": case.get("name") or "",
            "file": file,
            "line": int(steps[-1]) if steps else int(line) + 1 if line and line.isdigit() else None,
            "message": lines[0][:300] if lines else "",
        }
print(json.dumps({"seconds": seconds, "cases": list(cases.values())}))
`;

const Printed = z.object({
  seconds: z.number(),
  cases: z.array(
    z.object({
      outcome: z.enum(['passed', 'failure', 'error', 'skipped']),
      name: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      message: z.string(),
    }),
  ),
});
