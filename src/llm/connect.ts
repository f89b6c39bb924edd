import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk } from '@langchain/core/messages';
import type { Llm, LlmQuestion, LlmReply } from '../workflow/ports.ts';
import { ANSWER_TOOL, answerTool } from './conversation.ts';
import { converse } from './converse.ts';
import { type Limits, startDeadline } from './deadline.ts';
import { failureText } from './failure-text.ts';
import type { Speaker } from './listen.ts';
import { redact } from './redact.ts';

/** A chat model and what is known about the place it is reached at. */
export type Connection = {
  readonly model: BaseChatModel;
  /** Shown to people, such as `OpenAI gpt-5.1`. */
  readonly name: string;
  /** Shown to people, such as `api.openai.com`. */
  readonly host: string;
  readonly limits: Limits;
  /** Never shown to anyone, even if the model says them. */
  readonly secrets: readonly string[];
  readonly isRefusal: (chunk: AIMessageChunk) => boolean;
};

/** Makes the workflow's port of a chat model. */
export function connect(connection: Connection): Llm {
  const { secrets, limits, host } = connection;
  const name = redact(connection.name, secrets);
  const ask = async <T>(question: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>> => {
    const deadline = startDeadline(signal, limits);
    const speaker = speakerFor(connection, question);
    return converse({ question, speaker, deadline, secrets }).finally(deadline.stop);
  };
  return { name, ask, explain: (it) => failureText(it, { name, host }) };
}

function speakerFor<T>({ model, isRefusal }: Connection, question: LlmQuestion<T>): Speaker {
  if (model.bindTools === undefined) throw new Error(`the model class ${model.getName()} cannot call tools`);
  const bound = model.bindTools([answerTool(question)], { tool_choice: ANSWER_TOOL });
  return { stream: (messages, options) => bound.stream(messages, options), isRefusal };
}
