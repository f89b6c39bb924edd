import { join } from 'node:path';
import { reportText } from '../../host/backend/outcome-text.ts';
import type { TestProblem, TestReport } from '../../host/backend/test-report.ts';
import { type VerifyOutcome, verifyBackend } from '../../host/backend/verify.ts';
import type { TestRow } from '../../webview/protocol.ts';
import type { Services } from '../services.ts';
import type { GeneratedProject } from './generated-project.ts';
import { failureEnd, tellFailure } from './show-failure.ts';
import { runTool, type ToolEnd } from './tool-panel.ts';

const SHOWN_TESTS = 50;

/** Runs the tests of a generated project and shows what came of it in the panel. */
export async function verifyProject(
  services: Services,
  project: GeneratedProject,
  renewEnvironment = false,
): Promise<VerifyOutcome> {
  const { name } = project;
  const { result, show } = await runTool(services, {
    project,
    headline: `Testing ${name}…`,
    steps: ['environment', 'install', 'tests'],
    task: { name: `Verify ${name}`, kind: 'test' },
    renewEnvironment,
    work: verifyBackend,
    exitCode: (outcome) => (passed(outcome) ? 0 : 1),
  });
  services.runs.testPlaces = placesOf(project, result);
  show(await endOf(result));
  // The panel says everything else.
  if (result.kind !== 'tested' && result.kind !== 'tests-broken')
    tellFailure(services, { failure: result, renew: () => verifyProject(services, project, true) });
  return result;
}

const passed = (outcome: VerifyOutcome): boolean =>
  outcome.kind === 'tested' && outcome.report.problems.length === 0;

async function endOf(outcome: VerifyOutcome): Promise<ToolEnd> {
  if (outcome.kind === 'tested') return reportEnd(outcome.report);
  if (outcome.kind !== 'tests-broken') return failureEnd(outcome);
  return {
    headline: 'The tests could not be run; the last lines below say why.',
    tone: 'bad',
    step: { state: 'failed', detail: 'pytest ended before it reported' },
    lastLines: outcome.lastLines,
  };
}

function reportEnd(report: TestReport): ToolEnd {
  const text = reportText(report);
  const good = report.problems.length === 0;
  return {
    headline: `${text}.`,
    tone: good ? 'good' : 'bad',
    next: good ? ['run', 'verify', 'generate'] : ['verify', 'run', 'generate'],
    step: { state: good ? 'done' : 'failed', detail: text },
    tests: report.problems.slice(0, SHOWN_TESTS).map(toRow),
  };
}

const toRow = ({ name, file, line, message }: TestProblem, id: number): TestRow => ({
  id,
  name,
  place: [file, line].filter((it) => it !== undefined).join(':'),
  text: message,
});

/** Where each row of the panel leads. */
function placesOf({ folder }: GeneratedProject, outcome: VerifyOutcome) {
  const problems = outcome.kind === 'tested' ? outcome.report.problems : [];
  return problems
    .slice(0, SHOWN_TESTS)
    .map(({ file, line }) =>
      file === undefined ? undefined : { path: join(folder, file), line: line ?? 1 },
    );
}
