import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of every package whose code is in the bundles, as their authors ask for. */
export function notices(metafiles) {
  const inputs = metafiles.flatMap((it) => Object.keys(it.inputs));
  const folders = new Set(inputs.flatMap((it) => it.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders].sort().map(notice).join('\n');
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
