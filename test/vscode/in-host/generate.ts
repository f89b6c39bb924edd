import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { commands, Position, WorkspaceEdit, workspace } from 'vscode';
import type { FileChange } from '../../../src/core/index.ts';
import type { GenerateResult } from '../../../src/vscode/commands/generate-backend.ts';
import { readTree } from '../../support/tree.ts';
import { apply, generate, openShop, remember, replace, restore, target } from './workspace.ts';

const MODEL = 'app/models/orders.py';
const TAGS = 'app/models/tags.py';

/** What a run does to the files of the workspace, and what it leaves alone. */
export function defineGenerateTests(): void {
  describe('generate, review, apply', () => {
    before(remember);
    afterEach(restore);

    it('writes nothing before it is applied, everything then, and nothing the second time', async () => {
      const first = await generate();
      assert.equal(first.kind, 'review');
      assert.equal(existsSync(target()), false);
      assert.equal((await apply())?.kind, 'applied');
      assert.ok(existsSync(target(MODEL)));
      assert.equal((await generate()).kind, 'nothing-to-do');
    });

    it('takes everything back', async () => {
      await generate();
      await apply();
      await commands.executeCommand('backboneAi.undoApply');
      assert.deepEqual(Object.keys(await readTree(target())), []);
    });

    it('refuses a schema with errors', async () => {
      await replace(await openShop(), '"customers.id"', '"customer.id"');
      assert.equal((await generate()).kind, 'invalid');
      assert.equal(existsSync(target()), false);
    });

    it('edits and saves a file that is open', async () => {
      await generateAndApply();
      const document = await workspace.openTextDocument(target(MODEL));
      await addColumn();
      await generate();
      assert.equal((await apply())?.kind, 'applied');
      assert.match(document.getText(), /coupon_code/);
      assert.equal(document.isDirty, false);
      assert.equal(await readFile(target(MODEL), 'utf8'), document.getText());
    });

    it('keeps what the schema no longer needs until the deletion is ticked, and offers it each time', async () => {
      await generateAndApply();
      await renameTable();
      for (const time of ['first', 'second']) {
        assert.equal(changeOf(await generate(), TAGS)?.kind, 'delete', time);
        if (time === 'first') assert.equal((await apply())?.kind, 'applied');
        assert.ok(existsSync(target(TAGS)), time);
      }
      await commands.executeCommand('backboneAi.checkAll');
      assert.equal((await apply())?.kind, 'applied');
      assert.equal(existsSync(target(TAGS)), false);
      assert.equal((await generate()).kind, 'nothing-to-do');
    });

    it('never touches unsaved text', async () => {
      await generateAndApply();
      const document = await workspace.openTextDocument(target(MODEL));
      await insertAtTop(document.uri, '# not saved yet\n');
      await addColumn();
      assert.equal(changeOf(await generate(), MODEL)?.kind, 'conflict');
      assert.equal((await apply())?.kind, 'applied');
      assert.match(document.getText(), /^# not saved yet\n/);
      assert.doesNotMatch(await readFile(target(MODEL), 'utf8'), /coupon_code/);
    });

    it('does not overwrite a generated file that was edited', async () => {
      await generateAndApply();
      await writeFile(target(MODEL), '# mine\n');
      await addColumn();
      assert.equal(changeOf(await generate(), MODEL)?.kind, 'conflict');
      assert.equal((await apply())?.kind, 'applied');
      assert.equal(await readFile(target(MODEL), 'utf8'), '# mine\n');
    });

    it('writes nothing when a file changed after the comparison', async () => {
      await generateAndApply();
      await addColumn();
      await generate();
      await writeFile(target(MODEL), '# changed meanwhile\n');
      const other = 'app/domains/orders/schemas.py';
      const before = await readFile(target(other), 'utf8');
      assert.equal((await apply())?.kind, 'failed');
      assert.equal(await readFile(target(MODEL), 'utf8'), '# changed meanwhile\n');
      assert.equal(await readFile(target(other), 'utf8'), before);
      assert.equal((await apply())?.kind, 'applied');
      assert.equal(await readFile(target(MODEL), 'utf8'), '# changed meanwhile\n');
      assert.match(await readFile(target(other), 'utf8'), /coupon_code/);
    });

    it('leaves a file alone that was edited after the apply that is undone', async () => {
      await generateAndApply();
      await writeFile(target(MODEL), '# mine\n');
      await commands.executeCommand('backboneAi.undoApply');
      assert.equal(await readFile(target(MODEL), 'utf8'), '# mine\n');
      assert.equal(existsSync(target('app/main.py')), false);
    });
  });
}

async function generateAndApply(): Promise<void> {
  await generate();
  const outcome = await apply();
  assert.equal(outcome?.kind, 'applied', JSON.stringify(outcome));
}

async function addColumn(): Promise<void> {
  const column = '{ "name": "coupon_code", "type": "String", "length": 20 }';
  await replace(await openShop(), '{ "name": "number"', `${column}, { "name": "number"`);
}

async function renameTable(): Promise<void> {
  const shop = await openShop();
  await replace(shop, shop.getText(), shop.getText().replaceAll('"tags"', '"labels"'));
}

async function insertAtTop(uri: Parameters<WorkspaceEdit['insert']>[0], text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
}

function changeOf(result: GenerateResult, path: string): FileChange | undefined {
  assert.equal(result.kind, 'review');
  return 'changeSet' in result ? result.changeSet.changes.find((it) => it.path === path) : undefined;
}
