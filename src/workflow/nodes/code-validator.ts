import { acceptFiles } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import type { Ports } from '../ports.ts';
import { known } from '../state.ts';
import { reportStep } from './step.ts';

/** Formats and checks the rendered files; a problem in our own output ends the run. */
export const codeValidator = (ports: Ports) =>
  reportStep('codeValidator', async (state, { signal, log }) => {
    const report = await ports.checker.check(known(state.files), signal);
    const counts = { files: report.files.length, problems: report.problems.length };
    const summary = countText(counts);
    const checked = acceptFiles(report);
    if (checked !== undefined) return { update: { checked }, summary: `${summary}, no problems`, counts };
    for (const it of report.problems.slice(0, 20))
      log('warning', `${it.path}:${it.line}:${it.column}: ${it.code}: ${it.message}`);
    return { update: { outcome: { kind: 'unsound', problems: report.problems } }, summary, counts };
  });
