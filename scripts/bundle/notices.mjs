import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of every package whose code is in the bundles, as their authors ask for; throws when one is not known. */
export function notices(metafiles) {
  const inputs = metafiles.flatMap((it) => Object.keys(it.inputs));
  const folders = new Set(inputs.flatMap((it) => it.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders].sort().map(notice).join('\n');
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((it) => /^(licen[cs]e|notice)/i.test(it));
  const texts = files.map((it) => readFileSync(join(folder, it), 'utf8').trim());
  if (texts.length === 0) texts.push(withoutFile(name, license));
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

// These packages are published without the licence of their repository, whose first line says whose they are.
const HOLDERS = {
  '@cfworker/json-schema': 'Jeremy Danyow',
  'js-tiktoken': '2022 OpenAI, Shantanu Jain',
};

function withoutFile(name, license) {
  const holder = HOLDERS[name];
  if (holder === undefined || license !== 'MIT')
    throw new Error(
      `${name} is bundled without a licence text; name its holder in scripts/bundle/notices.mjs`,
    );
  return `MIT License\n\nCopyright (c) ${holder}\n\n${MIT}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
