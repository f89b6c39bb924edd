import {
  CancellationTokenSource,
  type LanguageModelChat,
  LanguageModelChatMessage,
  LanguageModelChatToolMode,
  LanguageModelTextPart,
  LanguageModelToolCallPart,
} from 'vscode';
import { type Message, type Piece, type Speaker, SpeakerError } from '../../llm/speaker.ts';
import type { LlmFailure, TokenUsage } from '../../workflow/ports.ts';

const JUSTIFICATION = 'BackBone AI asks a model to review your schema and to explain its errors.';

/** Speaks to one of the editor's own models; the editor asks the person for consent before the first request. */
export const editorSpeaker = (model: LanguageModelChat): Speaker =>
  async function* (request) {
    const cancellation = new CancellationTokenSource();
    const cancel = (): void => cancellation.cancel();
    request.signal.addEventListener('abort', cancel, { once: true });
    try {
      yield* answer(model, request, cancellation);
    } catch (error) {
      throw new SpeakerError(failureOf(error));
    } finally {
      request.signal.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  };

type Request = Parameters<Speaker>[0];

async function* answer(
  model: LanguageModelChat,
  { messages, tool }: Request,
  { token }: CancellationTokenSource,
): AsyncGenerator<Piece> {
  const { name, description, parameters: inputSchema } = tool;
  const options = {
    justification: JUSTIFICATION,
    tools: [{ name, description, inputSchema }],
    toolMode: LanguageModelChatToolMode.Required,
  };
  const input = await countTokens(model, messages.map((it) => it.text).join('\n'));
  yield { usage: input === undefined ? undefined : estimate(input, 0) };
  const response = await model.sendRequest(messages.map(toEditor), options, token);
  let said = '';
  let called = false;
  for await (const part of response.stream) {
    const piece = pieceOf(part);
    // One call is enough.
    if (called && piece.args !== undefined) continue;
    called ||= piece.args !== undefined;
    said += piece.args ?? piece.text ?? '';
    yield piece;
  }
  const output = await countTokens(model, said);
  yield {
    end: 'complete',
    usage: input === undefined || output === undefined ? undefined : estimate(input, output),
  };
}

// There is no role for instructions, so they come as the first message of the user.
const toEditor = ({ role, text }: Message): LanguageModelChatMessage =>
  role === 'assistant' ? LanguageModelChatMessage.Assistant(text) : LanguageModelChatMessage.User(text);

function pieceOf(part: unknown): Piece {
  if (part instanceof LanguageModelToolCallPart) return { args: JSON.stringify(part.input) };
  return part instanceof LanguageModelTextPart ? { text: part.value } : {};
}

// The editor never says what a request cost; its models only count a given text.
const estimate = (input: number, output: number): TokenUsage => ({ input, output, estimated: true });

async function countTokens(model: LanguageModelChat, text: string): Promise<number | undefined> {
  try {
    return await model.countTokens(text);
  } catch {
    return undefined;
  }
}

/** The codes of the editor's own errors, and the names of those that GitHub Copilot passes through it. */
const FAILURES: ReadonlyMap<unknown, LlmFailure> = new Map<unknown, LlmFailure>([
  ['NoPermissions', { kind: 'not-allowed' }],
  ['Blocked', { kind: 'quota-used-up' }],
  ['NotFound', { kind: 'model-gone' }],
  ['ChatQuotaExceeded', { kind: 'quota-used-up' }],
  ['ChatRateLimited', { kind: 'rate-limited', retryAfterSeconds: undefined }],
]);

function failureOf(error: unknown): LlmFailure {
  if (!(error instanceof Error)) return { kind: 'model-failed' };
  const { code, name, cause } = error as Error & { readonly code?: unknown };
  return FAILURES.get(code) ?? FAILURES.get(name) ?? (cause === undefined ? FAILED : failureOf(cause));
}

const FAILED: LlmFailure = { kind: 'model-failed' };
