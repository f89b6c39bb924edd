import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a model of the fixture extension does when it is asked; in this order, whatever is given. */
export type ModelStep = {
  readonly texts?: readonly string[];
  readonly call?: unknown;
  /** Until it is cancelled, or without heeding that. */
  readonly waits?: 'for-cancel' | 'for-ever';
  /** The code of the editor's own error. */
  readonly refuses?: 'Blocked' | 'NoPermissions' | 'NotFound';
  /** The name of any other error; its text holds the canary. */
  readonly throws?: string;
};

/** What a model was asked. */
export type ModelRequest = {
  readonly family: string;
  readonly messages: readonly { readonly role: number; readonly text: string }[];
  readonly tools: readonly { readonly name: string; readonly inputSchema: object }[];
  readonly toolMode: number;
};

/** Where the fixture extension asks what to do. */
export type ModelScript = {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  readonly next: (...steps: readonly ModelStep[]) => void;
  /** Resolves when that many requests have arrived. */
  readonly received: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the server that tells the fixture's models what to do. */
export async function startModelScript(): Promise<ModelScript> {
  const requests: ModelRequest[] = [];
  const waiting: (() => void)[] = [];
  let steps: readonly ModelStep[] = [];
  const server = createServer(async (request, response) => {
    requests.push(JSON.parse(await text(request)));
    for (const wake of waiting.splice(0)) wake();
    response.end(JSON.stringify(steps[0] ?? {}));
    steps = steps.length > 1 ? steps.slice(1) : steps;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    next: (...following) => {
      steps = following;
    },
    received: async (count) => {
      while (requests.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
