import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openModels } from '../../src/llm/open-llm.ts';
import type { Llm } from '../../src/workflow/ports.ts';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { generateAll } from './generation.ts';
import { memoryProject, portsFor } from './memory-ports.ts';
import { CANARY, llmAt } from './test-model.ts';

// Bundled by a test and run as a process of its own: one generation with a provider's model, at the given address or,
// without one, at the provider's own.
const [provider, url] = argv.slice(2) as [RemoteProviderId, string | undefined];
const llm = url === undefined ? await atItsOwnAddress() : await llmAt({ url }, { provider });
const { outcome, events } = await generateAll(portsFor(memoryProject(), llm));
writeSync(1, `${JSON.stringify({ outcome: outcome.kind, events })}\n`);

async function atItsOwnAddress(): Promise<Llm> {
  const models = { schemaValidator: '', architect: '' };
  const settings = { provider, baseUrl: '', model: 'test-model', models, requestTimeout: 20 };
  const sources = {
    readKey: async () => CANARY,
    openEditorModel: () => Promise.reject(new Error('no editor')),
  };
  const opened = await openModels(settings, sources);
  if (!opened.ok || opened.value === undefined) throw new Error(JSON.stringify(opened));
  return opened.value.architect;
}
