import * as disk from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { FileWrite } from '../../src/core/index.ts';

/** What a process does to a folder until it ends at one of its operations on the disk; point 0 lets it live. */
export type Dying = {
  readonly root: string;
  readonly act: 'apply' | 'undo' | 'read';
  readonly writes: readonly FileWrite[];
  readonly point: number;
  /** `during` leaves half of a text, or of a folder. */
  readonly when: 'before' | 'during' | 'after';
};

/** Everything of `node:fs/promises` by which the disk may be changed here; a test sees to it that nothing else is used. */
export const CHANGING = ['mkdir', 'rename', 'rm', 'rmdir', 'writeFile'] as const;

type Operation = (...args: readonly unknown[]) => Promise<unknown>;
type Operations = Record<string, Operation>;

if (import.meta.main) {
  const [text = '{}'] = process.argv.slice(2);
  await live(JSON.parse(text) as Dying);
}

async function live(dying: Dying): Promise<void> {
  const changeable = createRequire(import.meta.url)('node:fs/promises') as Operations;
  const done: string[] = [];
  for (const name of CHANGING) {
    const operation = changeable[name] as Operation;
    changeable[name] = (...args) => {
      done.push(name);
      return done.length === dying.point ? die(dying, { name, operation, args }) : operation(...args);
    };
  }
  // From here on every module has the changed operations.
  syncBuiltinESMExports();
  const { projectFolder } = await import('../../src/host/project-folder.ts');
  const folder = projectFolder(dying.root);
  const { writes } = dying;
  const result = await {
    apply: () => folder.apply({ writes }),
    undo: folder.undo,
    read: () => folder.read([]),
  }[dying.act]();
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  process.stdout.write(JSON.stringify(done));
}

type Last = { readonly name: string; readonly operation: Operation; readonly args: readonly unknown[] };

async function die({ when }: Dying, { name, operation, args }: Last): Promise<never> {
  if (when === 'during') await half(name, operation, args).catch(() => undefined);
  if (when === 'after') await operation(...args).catch(() => undefined);
  process.exit(9);
}

async function half(name: string, operation: Operation, args: readonly unknown[]): Promise<void> {
  const [path, text, ...rest] = args;
  if (name === 'writeFile') await operation(path, String(text).slice(0, String(text).length / 2), ...rest);
  if (name !== 'rm') return;
  const inside = await disk.readdir(String(path)).catch(() => []);
  for (const it of inside.slice(0, Math.ceil(inside.length / 2)))
    await operation(`${String(path)}/${it}`, { recursive: true });
}
