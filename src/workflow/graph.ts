import { END, interrupt, type MemorySaver, START, StateGraph, writer } from '@langchain/langgraph';
import { apply } from './nodes/apply.ts';
import { architect } from './nodes/architect.ts';
import { codeGenerator } from './nodes/code-generator.ts';
import { codeValidator } from './nodes/code-validator.ts';
import { compare } from './nodes/compare.ts';
import { review } from './nodes/review.ts';
import { schemaValidator } from './nodes/schema-validator.ts';
import type { GenerationRequest, Ports } from './ports.ts';
import type { ProgressEvent } from './progress.ts';
import { afterApply, unlessEnded } from './routes.ts';
import { type Decision, WorkflowState } from './state.ts';

/** The whole workflow: every step may end it, and nothing is written before the review. */
export const buildGraph = (request: GenerationRequest, ports: Ports) =>
  new StateGraph(WorkflowState, { writer: writer<ProgressEvent>, interrupt: interrupt<string, Decision> })
    .addNode('schemaValidator', schemaValidator(request, ports))
    .addNode('architect', architect(request.text, ports))
    .addNode('codeGenerator', codeGenerator())
    .addNode('codeValidator', codeValidator(ports))
    .addNode('compare', compare(ports))
    .addNode('review', review)
    .addNode('apply', apply(ports))
    .addEdge(START, 'schemaValidator')
    .addConditionalEdges('schemaValidator', unlessEnded('architect'), ['architect', END])
    .addEdge('architect', 'codeGenerator')
    .addEdge('codeGenerator', 'codeValidator')
    .addConditionalEdges('codeValidator', unlessEnded('compare'), ['compare', END])
    .addConditionalEdges('compare', unlessEnded('review'), ['review', END])
    .addConditionalEdges('review', unlessEnded('apply'), ['apply', END])
    .addConditionalEdges('apply', afterApply, ['review', END]);

/** The graph, ready to run. */
export const compileGraph = (request: GenerationRequest, ports: Ports, checkpointer: MemorySaver) =>
  buildGraph(request, ports).compile({ checkpointer });

/** A graph that is ready to run. */
export type CompiledWorkflow = ReturnType<typeof compileGraph>;
