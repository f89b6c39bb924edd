import { z } from 'zod';
import type { LlmQuestion } from '../workflow/ports.ts';
import type { AnswerTool, Message } from './speaker.ts';

const ANSWER_TOOL = 'answer';

/** The tool whose parameters are the shape of the answer. */
export function answerTool<T>(question: LlmQuestion<T>): AnswerTool {
  // Which version of JSON Schema it is, some providers do not know, and need not.
  const { $schema: _, ...parameters } = z.toJSONSchema(question.shape, { io: 'input' });
  const description = `Gives the ${question.purpose}. Always answer by calling this tool.`;
  return { name: ANSWER_TOOL, description, parameters };
}

/** The first messages of a question. */
export const opening = <T>({ system, user }: LlmQuestion<T>): readonly Message[] => [
  { role: 'system', text: system },
  { role: 'user', text: user },
];

/** What is added to ask again after an answer that cannot be used. */
export const askAgain = (raw: string, complaint: string): readonly Message[] => [
  { role: 'assistant', text: raw.slice(0, LONGEST_QUOTE) || '(no answer)' },
  {
    role: 'user',
    text: `That answer cannot be used: ${complaint.slice(0, LONGEST_QUOTE)}\nAnswer again by calling the tool "${ANSWER_TOOL}".`,
  },
];

const LONGEST_QUOTE = 4000;
