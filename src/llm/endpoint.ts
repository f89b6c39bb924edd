import { failure, type Result, success } from '../core/index.ts';
import type { RemoteProviderId } from '../workflow/settings.ts';

/** An address that a key may be sent to. */
export type Endpoint = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly origin: string;
  /** Shown to people. */
  readonly host: string;
};

/** Why a base URL is refused. */
export type EndpointProblem = 'missing' | 'not-a-url' | 'not-https' | 'more-than-a-path';

/** Reads a base URL: https, or http on this machine only, and nothing but a path behind the host. */
export function parseEndpoint(baseUrl: string): Result<Endpoint, EndpointProblem> {
  if (baseUrl.trim() === '') return failure('missing');
  const url = URL.parse(baseUrl.trim());
  if (url === null || url.host === '') return failure('not-a-url');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return failure('not-https');
  if (url.username + url.password + url.search + url.hash !== '') return failure('more-than-a-path');
  return success({ baseUrl: url.href.replace(/\/+$/, ''), origin: url.origin, host: url.host });
}

/** The name under which the key for an endpoint is kept; another origin never gets the same key. */
export async function keyId(provider: RemoteProviderId, endpoint: Endpoint): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint.origin));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `backboneAi.apiKey/${provider}/${hex.slice(0, 16)}`;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
