import { EventSourceParserStream } from 'eventsource-parser/stream';
import { guardedFetch } from '../guarded-fetch.ts';
import { type AnswerTool, type Message, type Speaker, SpeakerError } from '../speaker.ts';
import { GeminiChunk, geminiError, pieceOf } from './gemini-wire.ts';
import type { Access } from './provider.ts';

/** Speaks Gemini's `streamGenerateContent`: https://ai.google.dev/api/generate-content */
export function geminiSpeaker({ endpoint, apiKey = '', model }: Access): Speaker {
  const send = guardedFetch(endpoint, { 'x-goog-api-key': apiKey });
  const name = encodeURIComponent(model.replace(/^models\//, ''));
  const url = `${endpoint.baseUrl}/models/${name}:streamGenerateContent?alt=sse`;
  return async function* ({ messages, tool, signal }) {
    const body = JSON.stringify(requestBody(messages, tool));
    const response = await send(url, { method: 'POST', body, signal });
    if (!response.ok || response.body === null) throw await geminiError(response);
    let called = false;
    for await (const { data } of eventsIn(response.body)) {
      const piece = pieceOf(await checked(data));
      // One call is enough.
      yield called ? { ...piece, args: undefined } : piece;
      called ||= piece.args !== undefined;
    }
  };
}

async function checked(data: string): Promise<GeminiChunk> {
  const chunk = GeminiChunk.safeParse(JSON.parse(data));
  if (!chunk.success) throw new SpeakerError({ kind: 'invalid-answer' });
  if (chunk.data.error !== undefined) throw await geminiError(new Response(data, statusIn(chunk.data.error)));
  return chunk.data;
}

function requestBody(messages: readonly Message[], { name, description, parameters }: AnswerTool) {
  const system = messages.filter((it) => it.role === 'system');
  const others = messages.filter((it) => it.role !== 'system');
  return {
    systemInstruction: { parts: system.map(({ text }) => ({ text })) },
    contents: others.map(({ role, text }) => ({ role: ROLES[role], parts: [{ text }] })),
    tools: [{ functionDeclarations: [{ name, description, parametersJsonSchema: parameters }] }],
    toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: [name] } },
  };
}

const ROLES = { system: 'user', user: 'user', assistant: 'model' } as const satisfies Record<
  Message['role'],
  string
>;

const LONGEST_EVENT = 1_000_000;

const eventsIn = (body: NonNullable<Response['body']>) =>
  body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: LONGEST_EVENT }));

const statusIn = ({ code }: { readonly code: number }) => ({
  status: code >= 400 && code < 600 ? code : 500,
});
