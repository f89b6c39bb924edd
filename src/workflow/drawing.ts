import { buildGraph } from './graph.ts';
import type { Ports } from './ports.ts';

/** The graph as Mermaid text, for `docs/architecture.md`. */
export async function drawWorkflow(): Promise<string> {
  const drawn = await buildGraph({ text: '' }, IDLE_PORTS).compile().getGraphAsync();
  return drawn.drawMermaid({ withStyles: false });
}

const refuse = (): never => {
  throw new Error('a drawing runs nothing');
};

const IDLE_PORTS: Ports = {
  templates: [],
  checker: { check: refuse },
  project: { read: refuse, apply: refuse },
  changeSets: { put: refuse, get: refuse },
};
