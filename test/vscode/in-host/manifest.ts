import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

/** What the manifest promises and the running extension must keep. */
export function defineManifestTests(): void {
  describe('manifest', () => {
    it('registers exactly the commands that it contributes', async () => {
      const extension = extensions.getExtension('backbone-ai.backbone-ai');
      assert.ok(extension);
      await extension.activate();
      const contributed = extension.packageJSON.contributes.commands.map(
        (it: { command: string }) => it.command,
      );
      const views = /^backboneAi\.(progress|changes)\./;
      const registered = (await commands.getCommands(true)).filter(
        (it) => it.startsWith('backboneAi.') && !views.test(it),
      );
      assert.deepEqual(registered.toSorted(), contributed.toSorted());
    });
  });
}
