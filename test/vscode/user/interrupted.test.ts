import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeathPoint } from '../../support/dying-editor-disk.ts';
import { useEditor } from '../../support/editor.ts';
import { REPOSITORY } from '../../support/extension.ts';
import { readTree } from '../../support/tree.ts';

type Tree = Readonly<Record<string, string>>;

const order = join(tmpdir(), `backbone-die-${process.pid}`);
const opened = useEditor(() => ({ env: { BACKBONE_DIE: order }, alter: useDyingDisk }));

describe('the process of the extension is killed while it applies', () => {
  let old: Tree;

  beforeAll(async () => {
    const { command, choose, open, panel, workspace } = opened();
    await open('shop.backbone.json');
    await command('BackBone: Generate Backend');
    await choose('shop');
    await reviewed();
    await command('BackBone: Apply Checked Changes');
    await panel.locator('.headline', { hasText: 'files written' }).waitFor();
    old = await treeNow();
    const schema = join(workspace, 'shop.backbone.json');
    const column = '{ "name": "coupon_code", "type": "String", "length": 20 },\n        { "name": "number"';
    await writeFile(schema, (await readFile(schema, 'utf8')).replace('{ "name": "number"', column));
  });

  it.for<[DeathPoint, number]>([
    ['journal half written', 0],
    ['third file renamed', 3],
    ['all files written', Number.POSITIVE_INFINITY],
  ])('%s: the old files are back, it says so, and applying and undoing work', async ([point, most]) => {
    const { command, notification, panel } = opened();
    const changes = await generateAndDie(point);
    expect(changes).toBeGreaterThan(3);
    const files = Math.min(changes, most);
    if (files > 0) await notification(`its changes are taken back (${files} files)`).waitFor();
    expect(await treeNow()).toEqual(old);
    await command('View: Show BackBone AI');
    await panel.locator('.headline', { hasText: 'These changes were not applied' }).waitFor();

    await command('BackBone: Apply Checked Changes');
    await panel.locator('.headline', { hasText: 'files written' }).waitFor();
    expectNew(await treeNow());
    await undo();
  });

  it('apply ended: the new files stay, it says so, and undoing works', async () => {
    const { command, notification } = opened();
    await generateAndDie('apply ended');
    await notification('the changes of shop.backbone.json were applied').waitFor();
    expectNew(await treeNow());
    await command('View: Show BackBone AI');
    await undo();
  });

  const treeNow = (): Promise<Tree> => readTree(join(opened().workspace, 'shop'));

  const reviewed = (): Promise<void> =>
    opened().panel.locator('[data-step="review"][data-state="waiting"]').waitFor();

  /** The number of changes. Nothing of the extension is left in sight, so nobody but itself can notice what happened. */
  async function generateAndDie(point: DeathPoint): Promise<number> {
    const { command, open, page, panel } = opened();
    // The editor starts the process again by itself, but only three times in a window.
    await page.reload();
    await open('shop.backbone.json');
    await command('BackBone: Generate Backend');
    await reviewed();
    const headline = await panel.locator('.headline').textContent();
    await command('View: Show Explorer');
    await command('View: Close All Editors');
    await writeFile(order, point);
    await command('BackBone: Apply Checked Changes');
    await expect.poll(() => existsSync(order), { timeout: 30_000 }).toBe(false);
    return Number(/(\d+) changes to review/.exec(headline ?? '')?.[1]);
  }

  async function undo(): Promise<void> {
    const { command, panel } = opened();
    await command('BackBone: Undo Last Apply');
    await panel.locator('.headline', { hasText: 'Undone' }).waitFor();
    expect(await treeNow()).toEqual(old);
  }

  function expectNew(tree: Tree): void {
    expect(tree['app/models/orders.py']).toContain('coupon_code');
    expect(tree['app/domains/orders/schemas.py']).toContain('coupon_code');
    expect(Object.keys(tree).filter((it) => it.endsWith('.backbone-tmp'))).toEqual([]);
  }
});

async function useDyingDisk(extension: string): Promise<void> {
  await rm(join(extension, 'dist/chunks'), { recursive: true });
  await cp(join(REPOSITORY, 'dist/test/dying'), join(extension, 'dist'), { recursive: true });
}
