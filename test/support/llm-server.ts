import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request; the last step of a script answers all further ones. */
export type LlmStep =
  /** A complete streamed tool call; `usage: 'none'` leaves the token counts out. */
  | { readonly kind: 'answer'; readonly value: unknown; readonly usage?: 'none' }
  /** A complete streamed tool call whose arguments are this text, JSON or not. */
  | { readonly kind: 'arguments'; readonly text: string }
  /** A streamed text instead of a tool call. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Defaults to an error that quotes the key, as some providers do. */
      readonly body?: unknown;
    }
  /** Accepts the request and says nothing. */
  | { readonly kind: 'stall' }
  /** Sends the beginning of the answer and then nothing. */
  | { readonly kind: 'stall-midway'; readonly value: unknown }
  /** Sends the beginning of the answer and cuts the connection. */
  | { readonly kind: 'half'; readonly value: unknown }
  /** Ends at the longest allowed length, in the middle of the arguments. */
  | { readonly kind: 'truncated'; readonly value: unknown }
  | { readonly kind: 'refusal' }
  /** A stream whose events are not JSON. */
  | { readonly kind: 'garbage' };

/** One request as it arrived. */
type LlmRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Resolves when the client closes the connection before the answer is complete. */
  readonly abandoned: Promise<void>;
};

/** A running server. */
export type LlmServer = {
  /** To be used as the base URL. */
  readonly url: string;
  readonly requests: readonly LlmRequest[];
  /** Resolves when that many requests have arrived. */
  readonly received: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Tokens that every complete answer is counted with. */
export const ANSWER_USAGE = { input: 120, output: 30 };

/** Starts a server on this machine that speaks OpenAI's chat-completions wire format and follows a script. */
export async function startLlmServer(script: readonly LlmStep[]): Promise<LlmServer> {
  const requests: LlmRequest[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const abandoned = new Promise<void>((resolve) => {
      response.once('close', () => {
        if (!response.writableFinished) resolve();
      });
    });
    const { method = '', url = '', headers } = request;
    const body = await textOf(request);
    const step = script[Math.min(requests.length, script.length - 1)];
    requests.push({ method, path: url, headers, body, abandoned });
    for (const wake of waiting.splice(0)) wake();
    if (step === undefined || !url.endsWith('/chat/completions'))
      respond(response, 404, { error: 'unknown' });
    else play(step, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const received = async (count: number): Promise<void> => {
    while (requests.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/v1`, requests, received, stop };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function play(step: LlmStep, request: IncomingMessage, response: ServerResponse): void {
  switch (step.kind) {
    case 'status': {
      for (const [name, value] of Object.entries(step.headers ?? {})) response.setHeader(name, value);
      const message = `Incorrect API key provided: ${request.headers.authorization}.`;
      respond(response, step.status, step.body ?? { error: { message, code: 'test_error' } });
      return;
    }
    case 'stall':
      return;
    case 'garbage':
      open(response);
      response.write('data: {"id": oops\n\n');
      response.end('data: [DONE]\n\n');
      return;
    default:
      open(response);
      stream(step, response);
  }
}

type Streamed = Exclude<LlmStep, { kind: 'status' | 'stall' | 'garbage' }>;

function stream(step: Streamed, response: ServerResponse): void {
  const deltas = deltasOf(step);
  const cut = step.kind === 'half' || step.kind === 'stall-midway' || step.kind === 'truncated';
  for (const delta of cut ? deltas.slice(0, -1) : deltas) send(response, { choices: [{ index: 0, delta }] });
  if (step.kind === 'stall-midway') return;
  if (step.kind === 'half') {
    // The bytes must be on their way before the connection is cut.
    response.write(': cut\n\n', () => response.destroy());
    return;
  }
  const finish_reason = step.kind === 'truncated' ? 'length' : FINISH[step.kind];
  send(response, { choices: [{ index: 0, delta: {}, finish_reason }] });
  if (!('usage' in step)) send(response, { choices: [], usage: USAGE });
  response.end('data: [DONE]\n\n');
}

const FINISH = { answer: 'tool_calls', arguments: 'tool_calls', text: 'stop', refusal: 'stop' } as const;

const USAGE = {
  prompt_tokens: ANSWER_USAGE.input,
  completion_tokens: ANSWER_USAGE.output,
  total_tokens: ANSWER_USAGE.input + ANSWER_USAGE.output,
};

function deltasOf(step: Streamed): readonly unknown[] {
  switch (step.kind) {
    case 'text':
      return [{ role: 'assistant', content: '' }, ...pieces(step.text).map((content) => ({ content }))];
    case 'refusal':
      return [{ role: 'assistant', content: '' }, { refusal: 'I cannot help with that.' }];
    case 'arguments':
      return toolCall(step.text);
    default:
      return toolCall(JSON.stringify(step.value));
  }
}

function toolCall(text: string): readonly unknown[] {
  const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'answer', arguments: '' } };
  const rest = pieces(text).map((it) => ({ tool_calls: [{ index: 0, function: { arguments: it } }] }));
  return [{ role: 'assistant', content: null, tool_calls: [call] }, ...rest];
}

const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,24}/g) ?? [];

function open(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function send(response: ServerResponse, part: object): void {
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test-model',
    ...part,
  };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
