import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CompletionList,
  commands,
  DiagnosticSeverity,
  type Hover,
  languages,
  Position,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { codeOf, isBad, openShop, remember, replace, restore, root, untilDiagnostics } from './workspace.ts';

/** What the editor does for a schema while it is being written. */
export function defineLanguageTests(): void {
  describe('schema language', () => {
    before(remember);
    afterEach(restore);

    it('has a language of its own, and the shop example has nothing wrong', async () => {
      const document = await openShop();
      assert.equal(document.languageId, 'backbone');
      await replace(document, '"customers.id"', '"customer.id"');
      await untilDiagnostics(document.uri, (all) => all.some(isBad));
      await replace(document, '"customer.id"', '"customers.id"');
      await untilDiagnostics(document.uri, (all) => !all.some(isBad));
    });

    it('marks the exact token, with code, source and severity', async () => {
      const document = await openShop();
      await replace(document, '"customers.id"', '"customer.id"');
      const all = await untilDiagnostics(document.uri, (it) => it.some(isBad));
      const found = all.find(isBad);
      assert.equal(document.getText(found?.range), '"customer.id"');
      assert.equal(codeOf(found), 'BB411');
      assert.equal(found?.source, 'backbone');
      assert.equal(found?.severity, DiagnosticSeverity.Error);
    });

    it('shows the state of the last edit when edits follow each other quickly', async () => {
      const document = await openShop();
      await replace(document, '"customers.id"', '"one.id"');
      await replace(document, '"one.id"', '"two.id"');
      await replace(document, '"two.id"', '"three.id"');
      const found = await untilDiagnostics(document.uri, (all) =>
        all.some((it) => it.message.includes('three')),
      );
      assert.deepEqual(
        found.filter((it) => codeOf(it) === 'BB411').map((it) => document.getText(it.range)),
        ['"three.id"'],
      );
    });

    it('leaves syntax errors to the JSON support of the editor', async () => {
      const document = await openShop();
      await replace(document, '"project_name": "Shop",', '"project_name": ,');
      const found = await untilDiagnostics(document.uri, (all) =>
        all.some((it) => it.message === 'Value expected'),
      );
      assert.deepEqual(
        found.filter((it) => codeOf(it)?.startsWith('BB00')),
        [],
      );
    });

    it('completes values and explains properties from the schema', async () => {
      const document = await openShop();
      const inType = document.positionAt(
        document.getText().indexOf('"type": "Integer"') + '"type": "'.length,
      );
      const labels = await labelsAt(document, inType);
      for (const type of ['"Integer"', '"String"', '"ForeignKey"', '"UUID"'])
        assert.ok(labels.includes(type) || labels.includes(type.slice(1, -1)), `${type} in ${labels}`);
      const onName = document.positionAt(document.getText().indexOf('"db_type"') + 2);
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        onName,
      );
      assert.ok(hovers.length > 0);
    });

    it('offers whole parts to start from, in an empty file and in a list', async () => {
      const file = Uri.file(join(root(), 'empty.backbone.json'));
      await workspace.fs.writeFile(file, new Uint8Array());
      const atStart = await labelsAt(await workspace.openTextDocument(file), new Position(0, 0));
      await workspace.fs.delete(file);
      assert.ok(atStart.includes('schema'), `${atStart}`);
      const document = await openShop();
      const list = '"columns": [';
      const start = document.getText().indexOf(list) + list.length;
      const labels = await labelsAt(document, document.positionAt(start));
      for (const part of ['column', 'foreign key']) assert.ok(labels.includes(part), `${part} in ${labels}`);
    });

    it('forgets what was wrong with a document that is closed', async () => {
      const document = await workspace.openTextDocument({ language: 'backbone', content: '{}' });
      await untilDiagnostics(document.uri, (all) => all.length > 0);
      await languages.setTextDocumentLanguage(document, 'plaintext');
      await untilDiagnostics(document.uri, (all) => all.length === 0);
      assert.equal(document.lineAt(new Position(0, 0)).text, '{}');
    });
  });
}

async function labelsAt(document: TextDocument, position: Position): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map((it) => (typeof it.label === 'string' ? it.label : it.label.label));
}
