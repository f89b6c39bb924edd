import { fileURLToPath } from 'node:url';
import { generation } from './bench/generation.ts';
import { validation } from './bench/validation.ts';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const part of [generation, validation])
  for (const { text, over } of part()) {
    console.log(text);
    if (over === undefined) continue;
    console.error(`  over: ${over}`);
    process.exitCode = 1;
  }
