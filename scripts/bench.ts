import { fileURLToPath } from 'node:url';
import { activation } from './bench/activation.ts';
import { generatedProject } from './bench/generated-project.ts';
import { generation } from './bench/generation.ts';
import { peer } from './bench/peer.ts';
import { validation } from './bench/validation.ts';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const part of [generation, generatedProject, peer, validation, activation])
  for (const { text, over } of await part()) {
    console.log(text);
    if (over === undefined) continue;
    console.error(`  over: ${over}`);
    process.exitCode = 1;
  }
