import { BOOKKEEPING, type ProjectPath, planWrites } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import type { Ports } from '../ports.ts';
import { known } from '../state.ts';
import { reportStep } from './step.ts';

/** Writes what was accepted, all of it or nothing. */
export const apply = (ports: Ports) =>
  reportStep('apply', async (state) => {
    const changeSet = known(ports.changeSets.get(known(state.changeSetId)));
    const decision = known(state.decision);
    const accepted = new Set(decision.kind === 'accept' ? decision.accepted : []);
    const applied = await ports.project.apply(planWrites(changeSet, accepted));
    if (!applied.ok)
      return {
        update: { outcome: { kind: 'failed', failure: applied.error } },
        summary: 'nothing was written',
      };
    const report = applied.value;
    const counts = { written: countOwn(report.written), deleted: countOwn(report.deleted) };
    const summary = countText(counts) || 'nothing to write';
    return { update: { outcome: { kind: 'applied', report } }, summary, counts };
  });

// People accepted files, not the notes that we keep about them.
const countOwn = (paths: readonly ProjectPath[]): number =>
  paths.filter((it) => !it.startsWith(`${BOOKKEEPING}/`)).length;
