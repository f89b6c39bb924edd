import { expect, test } from 'vitest';
import { keyId, parseEndpoint } from '../../src/llm/endpoint.ts';

test.each([
  ['https://api.openai.com/v1', 'https://api.openai.com/v1', 'https://api.openai.com', 'api.openai.com'],
  [
    'https://llm.example.com:8443/v1/',
    'https://llm.example.com:8443/v1',
    'https://llm.example.com:8443',
    'llm.example.com:8443',
  ],
  ['http://localhost:11434/v1', 'http://localhost:11434/v1', 'http://localhost:11434', 'localhost:11434'],
  ['http://127.1:80/v1', 'http://127.0.0.1/v1', 'http://127.0.0.1', '127.0.0.1'],
  ['http://[::1]:8000', 'http://[::1]:8000', 'http://[::1]:8000', '[::1]:8000'],
  [' HTTPS://Example.COM ', 'https://example.com', 'https://example.com', 'example.com'],
])('%s is an endpoint', (text, ...[baseUrl, origin, host]) => {
  expect(parseEndpoint(text)).toEqual({ ok: true, value: { baseUrl, origin, host } });
});

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['api.openai.com', 'not-a-url'],
  ['https://', 'not-a-url'],
  ['http://example.com/v1', 'not-https'],
  ['http://127.0.0.1.example.com', 'not-https'],
  ['http://localhost.example.com', 'not-https'],
  ['http://0.0.0.0:80', 'not-https'],
  ['ftp://localhost/v1', 'not-https'],
  ['file:///etc/passwd', 'not-a-url'],
  ['https://user:password@example.com', 'more-than-a-path'],
  ['https://example.com/v1?key=1', 'more-than-a-path'],
  ['https://example.com/v1#x', 'more-than-a-path'],
])('%s is refused: %s', (text, error) => {
  expect(parseEndpoint(text)).toEqual({ ok: false, error });
});

test('a key belongs to a provider and an origin, whatever the path', async () => {
  const a = endpoint('https://a.example/v1');
  const b = endpoint('https://a.example/other');
  const c = endpoint('https://a.example:444/v1');
  const id = await keyId('openai-compatible', a);
  expect(id).toMatch(/^backboneAi\.apiKey\/openai-compatible\/[0-9a-f]{16}$/);
  expect(await keyId('openai-compatible', b)).toBe(id);
  expect(await keyId('openai-compatible', c)).not.toBe(id);
  expect(await keyId('openai', a)).not.toBe(id);
});

function endpoint(text: string) {
  const parsed = parseEndpoint(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
