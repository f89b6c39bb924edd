import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openLlm } from '../../src/llm/open-llm.ts';
import { generateAll } from './generation.ts';
import { memoryProject, portsFor } from './memory-ports.ts';

// Bundled by a test and run as a process of its own: one generation with the model at the given address.
const [baseUrl = '', key = ''] = argv.slice(2);
const settings = { provider: 'openai-compatible', baseUrl, model: 'test-model', requestTimeout: 20 } as const;
const llm = await openLlm(settings, async () => key);
if (!llm.ok || llm.value === undefined) throw new Error(JSON.stringify(llm));
const { outcome, events } = await generateAll(portsFor(memoryProject(), llm.value));
writeSync(1, `${JSON.stringify({ outcome: outcome.kind, events })}\n`);
