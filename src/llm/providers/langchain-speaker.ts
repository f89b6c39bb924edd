import type { BaseChatModel, ToolChoice } from '@langchain/core/language_models/chat_models';
import { AIMessage, type AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { TokenUsage } from '../../workflow/ports.ts';
import type { AnswerTool, Message, Piece, Speaker } from '../speaker.ts';

/** What differs from one of LangChain's chat models to the next. */
export type Dialect = {
  /** How a model is told to call the tool of that name. */
  readonly toolChoice: (tool: string) => ToolChoice;
  /** What a chunk says about the end of the answer. */
  readonly endOf: (chunk: AIMessageChunk) => Piece['end'];
};

/** Speaks through one of LangChain's chat models. */
export const langChainSpeaker = (model: BaseChatModel, { toolChoice, endOf }: Dialect): Speaker =>
  async function* ({ messages, tool, signal }) {
    if (model.bindTools === undefined)
      throw new Error(`the model class ${model.getName()} cannot call tools`);
    const bound = model.bindTools([functionTool(tool)], { tool_choice: toolChoice(tool.name) });
    let call: number | undefined;
    let usage: TokenUsage | undefined;
    for await (const chunk of await bound.stream(messages.map(toLangChain), { signal })) {
      // The raw arguments, because LangChain's own reading would complete half an answer silently; one call is enough.
      const parts = chunk.tool_call_chunks ?? [];
      call ??= parts[0] && (parts[0].index ?? 0);
      const args = parts.filter((it) => (it.index ?? 0) === call).map((it) => it.args ?? '');
      usage = counted(usage, chunk);
      yield { text: chunk.text, args: args.join(''), end: endOf(chunk), usage };
    }
  };

const functionTool = (tool: AnswerTool) => ({ type: 'function', function: tool });

const MESSAGES = { system: SystemMessage, user: HumanMessage, assistant: AIMessage };

const toLangChain = ({ role, text }: Message) => new MESSAGES[role](text);

// What providers send counts the request so far; a part that a chunk does not count is zero in it.
function counted(before: TokenUsage | undefined, chunk: AIMessageChunk): TokenUsage | undefined {
  const now = Counted.safeParse(chunk.usage_metadata);
  if (!now.success) return before;
  const { input_tokens, output_tokens } = now.data;
  const input = Math.max(before?.input ?? 0, input_tokens);
  const output = Math.max(before?.output ?? 0, output_tokens);
  return { input, output, estimated: false };
}

// Some endpoints send a usage without numbers, which counts as none.
const Counted = z.object({ input_tokens: z.number(), output_tokens: z.number() });
