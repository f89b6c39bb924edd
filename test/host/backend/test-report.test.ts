import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTestReport } from '../../../src/host/backend/test-report.ts';
import { temporaryFolder } from '../../support/tree.ts';

async function read(xml: string) {
  const file = join(await temporaryFolder(), 'report.xml');
  await writeFile(file, xml);
  return readTestReport('python3', file);
}

const suite = (cases: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" time="1.5">${cases}</testsuite></testsuites>`;

it('counts every kind of result and keeps the place and the first line of what went wrong', async () => {
  const report = await read(
    suite(`
      <testcase classname="tests.a" name="test_one" file="tests/a.py" line="4" time="0.1"/>
      <testcase classname="tests.a" name="test_two[&lt;b&gt;]" file="tests/a.py" line="9">
        <failure message="assert 1 == 2&#10; +  where 1">long text</failure></testcase>
      <testcase classname="tests.a" name="test_three" file="tests/a.py" line="12"><skipped message="not here"/></testcase>
      <testcase classname="" name="tests.b" file="tests/b.py"><error message="collection failure"/></testcase>`),
  );
  expect(report).toEqual({
    tests: 4,
    failed: 1,
    errors: 1,
    skipped: 1,
    seconds: 1.5,
    problems: [
      { kind: 'failure', name: 'test_two[<b>]', file: 'tests/a.py', line: 10, message: 'assert 1 == 2' },
      { kind: 'error', name: 'tests.b', file: 'tests/b.py', line: undefined, message: 'collection failure' },
    ],
  });
});

it('leads to the line of the test file at which the test failed', async () => {
  const trace =
    'tests/a.py:6: \n_ _ _\napp/x.py:90: in f\n_ _ _\ntests/a.py:21: AssertionError\n_ _\nother/tests/a.py:3: in g';
  const failed = `<failure message="assert 0">def test_one():\n${trace}</failure>`;
  const report = await read(
    suite(`<testcase classname="tests.a" name="test_one" file="tests/a.py" line="4">${failed}</testcase>`),
  );
  expect(report?.problems[0]).toMatchObject({ file: 'tests/a.py', line: 21 });
});

it('counts a test whose clean-up failed once, as an error', async () => {
  const entry = '<testcase classname="tests.a" name="test_one" file="tests/a.py" line="4"';
  const report = await read(suite(`${entry}/>${entry}><error message="teardown"/></testcase>`));
  expect(report).toMatchObject({ tests: 1, failed: 0, errors: 1 });
});

it('says nothing of a report that is missing or no XML', async () => {
  expect(await read('not xml')).toBeUndefined();
  expect(await read('<testsuites><testsuite>')).toBeUndefined();
  expect(await readTestReport('python3', '/nowhere/report.xml')).toBeUndefined();
  expect(await read(suite(''))).toMatchObject({ tests: 0 });
});
