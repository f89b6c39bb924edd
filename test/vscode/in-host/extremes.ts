import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri } from 'vscode';

/** What the editor does with schemas that it cannot open. */
export function defineExtremeTests(): void {
  describe('a schema', () => {
    let folder = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'backbone-large-'));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it('that is larger than extensions may see, or gone, ends the command with a message', async () => {
      const large = join(folder, 'large.backbone.json');
      await writeFile(large, `{ "description": "${'x'.repeat(60_000_000)}" }`);
      for (const path of [large, join(folder, 'gone.backbone.json')])
        for (const command of ['validateSchema', 'generateBackend'])
          assert.equal(await commands.executeCommand(`backboneAi.${command}`, Uri.file(path)), undefined);
    });
  });
}
