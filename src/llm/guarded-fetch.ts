import type { Endpoint } from './endpoint.ts';

/**
 * A `fetch` that reaches one origin and sends only headers of our own choice, `credentials` among them. Libraries
 * read addresses and headers from environment variables; whatever they make of them ends here.
 */
export const guardedFetch =
  (endpoint: Endpoint, credentials: Readonly<Record<string, string>>): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== endpoint.origin) throw new Error('a request to another address was stopped');
    const headers = {
      accept: 'text/event-stream, application/json',
      'content-type': 'application/json',
      'user-agent': 'backbone-ai',
      ...credentials,
    };
    // A redirect would carry the schema to an address that nobody has agreed to.
    return fetch(url, { ...init, headers, redirect: 'manual' });
  };
