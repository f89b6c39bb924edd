import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OPENAI } from './wire/openai.ts';
import type { LlmStep, Wire } from './wire/wire.ts';

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

/** Starts a server on this machine that speaks a provider's wire format and follows a script. */
export async function startLlmServer(script: readonly LlmStep[], wire: Wire = OPENAI): Promise<LlmServer> {
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
    if (step === undefined || !wire.isQuestion(url)) respond(response, 404, { error: 'unknown' });
    else play(step, { wire, headers, response });
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
  return { url: `http://127.0.0.1:${port}${wire.base}`, requests, received, stop };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

type Stage = {
  readonly wire: Wire;
  readonly headers: IncomingMessage['headers'];
  readonly response: ServerResponse;
};

function play(step: LlmStep, { wire, headers, response }: Stage): void {
  if (step.kind === 'stall') return;
  if (step.kind === 'status') {
    for (const [name, value] of Object.entries(step.headers ?? {})) response.setHeader(name, value);
    const message = `Incorrect API key provided: ${wire.keyIn(headers)}.`;
    respond(response, step.status, step.body ?? wire.error(step.status, message));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (step.kind === 'garbage') response.end('event: message_start\ndata: {"id": oops\n\n');
  else stream(wire.events(step), step.kind, response);
}

function stream(events: readonly string[], kind: LlmStep['kind'], response: ServerResponse): void {
  for (const event of events) response.write(event);
  if (kind === 'stall-midway') return;
  // The bytes must be on their way before the connection is cut.
  if (kind === 'half') response.write(': cut\n\n', () => response.destroy());
  else response.end();
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
