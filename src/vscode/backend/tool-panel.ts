import { TOOL_STEPS, type ToolRun, type ToolStep } from '../../host/backend/tool.ts';
import type { PanelState, StepRow } from '../../webview/protocol.ts';
import { beginTool, type ToolRunView } from '../run/tool-run.ts';
import type { Services } from '../services.ts';
import type { GeneratedProject } from './generated-project.ts';
import { preferredPython } from './preferred-python.ts';
import { runInTerminal, type TaskTitle, type TerminalWork } from './terminal-task.ts';

const SHOWN_LINES = 12;

/** A tool that works on a generated project, as it shows itself. */
export type ProjectTool<T> = {
  readonly project: GeneratedProject;
  readonly headline: string;
  readonly steps: readonly ToolStep[];
  readonly task: Pick<TaskTitle, 'name' | 'kind'>;
  readonly renewEnvironment: boolean;
  readonly work: (run: ToolRun) => Promise<T>;
  /** How the task ends, which may be later than the work. */
  readonly exitCode: (result: T) => number | Promise<number>;
};

/** How a tool ended, for the panel. */
export type ToolEnd = Pick<PanelState, 'headline' | 'tone'> &
  Partial<Pick<PanelState, 'tests' | 'next'>> & {
    /** What becomes of the step at which it ended. */
    readonly step: Partial<StepRow>;
    /** The end of what a program printed. */
    readonly lastLines?: readonly string[];
  };

/** Runs a tool in a terminal and shows its steps in the panel; the result waits for the end that is shown. */
export async function runTool<T>(
  services: Services,
  tool: ProjectTool<T>,
): Promise<{ readonly result: T; readonly show: (end: ToolEnd) => void }> {
  const { project, headline, steps } = tool;
  const labels = Object.fromEntries(steps.map((it) => [it, TOOL_STEPS[it]]));
  const active = beginTool(services, { title: project.name, headline, steps: labels }, project.schema);
  const progress = followSteps(active);
  try {
    const python = await preferredPython(project.folder, services.log);
    const start = ({ signal, write }: TerminalWork): Promise<T> =>
      tool.work({
        project: project.folder,
        preferredPython: python,
        renewEnvironment: tool.renewEnvironment,
        signal: AbortSignal.any([active.signal, signal]),
        onOutput: write,
        onStep: progress.onStep,
      });
    const result = await runInTerminal({ ...tool.task, folder: project.folder }, start, tool.exitCode);
    return { result, show: (end) => showEnd(active, end, progress.current()) };
  } catch (error) {
    active.end({ headline: `${tool.task.name} failed unexpectedly; see the log.`, tone: 'bad' });
    throw error;
  }
}

type Following = { readonly onStep: ToolRun['onStep']; readonly current: () => ToolStep };

function followSteps(active: ToolRunView): Following {
  let current: ToolStep = 'environment';
  let since = performance.now();
  return {
    current: () => current,
    onStep: (step, state, detail) => {
      if (step !== current) since = performance.now();
      current = step;
      const durationMs = state === 'running' ? undefined : performance.now() - since;
      active.step(step, { state, detail, durationMs });
    },
  };
}

function showEnd(active: ToolRunView, end: ToolEnd, at: ToolStep): void {
  const { step, lastLines, ...view } = end;
  active.step(at, step);
  active.end({ next: ['verify', 'run', 'generate'], ...view }, lastLines?.slice(-SHOWN_LINES));
}
