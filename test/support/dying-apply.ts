import { projectPath, type WritePlan } from '../../src/core/index.ts';
import { type Disk, nodeDisk } from '../../src/host/disk.ts';
import { projectFolder } from '../../src/host/project-folder.ts';

// Applies a plan in a process of its own, which ends at the n-th operation on the disk, before or after it.
const [root = '', planText = '[]', point = '0', when = 'before'] = process.argv.slice(2);
let operations = 0;

async function maybeDie(operation: () => Promise<void>): Promise<void> {
  operations += 1;
  const isNow = operations === Number(point);
  if (isNow && when === 'before') process.exit(9);
  await operation();
  if (isNow) process.exit(9);
}

const disk: Disk = {
  replace: (path, text) => maybeDie(() => nodeDisk.replace(path, text)),
  remove: (path, folder) => maybeDie(() => nodeDisk.remove(path, folder)),
  move: (from, to) => maybeDie(() => nodeDisk.move(from, to)),
};

const writes = (JSON.parse(planText) as { path: string; text?: string; expected?: string }[]).map((it) => ({
  path: projectPath(it.path),
  text: it.text,
  expected: it.expected,
}));
const plan: WritePlan = { writes };
const result = await projectFolder(root, disk).apply(plan);
if (!result.ok) throw new Error(JSON.stringify(result.error));
