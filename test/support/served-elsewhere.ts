import { startBackend } from '../../src/host/backend/serve.ts';

// Runs a backend until it is killed; prints its address.
const backend = await startBackend({
  project: process.argv[2] ?? '',
  preferredPython: undefined,
  renewEnvironment: false,
  signal: new AbortController().signal,
  onOutput: () => undefined,
  onStep: () => undefined,
});
console.log(backend.ok ? backend.value.url : JSON.stringify(backend.error));
