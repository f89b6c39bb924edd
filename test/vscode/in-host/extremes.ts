import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { commands, Uri, workspace } from 'vscode';
import { largeSchema } from '../../support/large-schema.ts';
import { codeOf, isBad, openShop, remember, replace, restore, untilDiagnostics } from './workspace.ts';

const MOST_BLOCKED_MS = 2000;

/** What the editor does with schemas that are too large or cannot be opened at all. */
export function defineExtremeTests(): void {
  describe('a schema', () => {
    let folder = '';
    before(async () => {
      await remember();
      folder = await mkdtemp(join(tmpdir(), 'backbone-large-'));
    });
    afterEach(restore);
    after(() => rm(folder, { recursive: true, force: true }));

    it('over the limit has one diagnostic, and the extension host goes on with the others', async () => {
      const delay = monitorEventLoopDelay();
      delay.enable();
      const document = await workspace.openTextDocument(await schemaOfBytes(20_000_000));
      const all = await untilDiagnostics(document.uri, (it) => it.some((one) => one.source === 'backbone'));
      assert.deepEqual(all.filter((it) => it.source === 'backbone').map(codeOf), ['BB004']);
      const shop = await openShop();
      await replace(shop, '"customers.id"', '"customer.id"');
      await untilDiagnostics(shop.uri, (it) => it.some(isBad));
      delay.disable();
      const blocked = delay.max / 1e6;
      console.log(`in-host: blocked for ${Math.round(blocked)} ms at most`);
      assert.ok(blocked < MOST_BLOCKED_MS, `${blocked} ms`);
    });

    it('that is larger than extensions may see, or gone, ends the command with a message', async () => {
      for (const path of [await schemaOfBytes(60_000_000), join(folder, 'gone.backbone.json')])
        for (const command of ['validateSchema', 'generateBackend'])
          assert.equal(await commands.executeCommand(`backboneAi.${command}`, Uri.file(path)), undefined);
    });

    async function schemaOfBytes(bytes: number): Promise<string> {
      const path = join(folder, `${bytes}.backbone.json`);
      await writeFile(path, largeSchema(bytes));
      return path;
    }
  });
}
