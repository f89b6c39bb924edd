import type { Uri } from 'vscode';
import type { PanelState, Phase, StepRow } from '../../webview/protocol.ts';
import type { Services } from '../services.ts';
import { type ToolTitle, toolView, withStep } from './run-view.ts';

/** A tool that has begun; its rows appear in the panel. */
export type ToolRunView = {
  readonly signal: AbortSignal;
  readonly step: (id: string, change: Partial<StepRow>) => void;
  /** Ends it; the lines are what a program printed last. */
  readonly end: (view: Partial<PanelState>, lines?: readonly string[]) => void;
};

/** Begins something else than a generation, in the same place of the panel. */
export function beginTool({ runs, reviews, log }: Services, tool: ToolTitle, schema?: Uri): ToolRunView {
  const signal = runs.start(toolView(tool), schema);
  const since = performance.now();
  return {
    signal,
    step: (id, change) => runs.update(withStep(runs.view(), id, change)),
    end: (view, lines = []) => {
      const at = (performance.now() - since) / 1000;
      for (const line of lines) log.warn(line);
      // Changes that wait for a review can still be applied from here.
      const phase: Phase = reviews.current() === undefined ? 'ended' : 'reviewing';
      const rows = lines.map((text) => ({ at, level: 'warning', text }) as const);
      runs.update({ phase, ...view, log: [...runs.view().log, ...rows] });
    },
  };
}
