import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { LlmQuestion } from '../workflow/ports.ts';

/** The name of the only tool that a model is offered: its arguments are the answer. */
export const ANSWER_TOOL = 'answer';

/** The tool whose parameters are the shape of the answer. */
export const answerTool = <T>(question: LlmQuestion<T>) => ({
  type: 'function' as const,
  function: {
    name: ANSWER_TOOL,
    description: `Gives the ${question.purpose}. Always answer by calling this tool.`,
    parameters: z.toJSONSchema(question.shape, { io: 'input' }),
  },
});

/** The first messages of a question. */
export const opening = <T>({ system, user }: LlmQuestion<T>): BaseMessage[] => [
  new SystemMessage(system),
  new HumanMessage(user),
];

/** What is added to ask again after an answer that does not have the shape. */
export const askAgain = (raw: string, complaint: string): BaseMessage[] => [
  new AIMessage(raw.slice(0, LONGEST_QUOTE) || '(no answer)'),
  new HumanMessage(
    `That answer cannot be used: ${complaint.slice(0, LONGEST_QUOTE)}\nAnswer again by calling the tool "${ANSWER_TOOL}".`,
  ),
];

const LONGEST_QUOTE = 4000;
