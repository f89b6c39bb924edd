import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { endGroup, freePort, mustRun, startGroup, untilPrinted } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');
const shop = JSON.parse(readFileSync(`${root}/examples/shop.backbone.json`, 'utf8'));

it('"npm start" and the two commands that it prints give a backend whose API page lists every table', async () => {
  const printed = await mustRun('npm', ['start'], { cwd: root });
  const [install = '', dev = ''] = printed.split('To run it:\n')[1]?.trim().split(/\n\s*/) ?? [];
  expect(readme).toContain('npm start');
  expect(readme).toContain(install);
  expect(readme).toContain(dev);
  await mustRun('bash', ['-c', install], { cwd: root });

  const folder = `${root}/generated/shop`;
  const port = await freePort();
  const server = startGroup('bash', ['-c', `exec ${dev} --port ${port}`], { cwd: folder });
  try {
    await untilPrinted(server, /startup complete/);
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    for (const table of shop.schema) {
      expect(Object.keys(paths)).toContain(`/api/v1/${table.table_name.replaceAll('_', '-')}`);
    }
    const created = await fetch(`${url}/api/v1/brands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Brand ${port}` }),
    });
    expect(created.status).toBe(201);
    const found = await fetch(new URL(created.headers.get('location') ?? '', url));
    expect(await found.json()).toMatchObject({ name: `Brand ${port}` });
  } finally {
    await endGroup(server);
  }
});
