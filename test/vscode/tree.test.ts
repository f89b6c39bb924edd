import { expect, test } from 'vitest';
import { projectPath } from '../../src/core/index.ts';
import { buildTree, changesBelow, type TreeNode } from '../../src/vscode/review/tree.ts';

const created = (path: string) => ({ kind: 'create', path: projectPath(path), proposed: '' }) as const;

test('folders come first, and a folder that holds one folder shares its row', () => {
  const paths = ['README.md', 'app/main.py', 'migrations/versions/0001_initial.py', 'app/models/a.py'];
  expect(draw(buildTree(paths.map(created)))).toEqual([
    'app/',
    '  models/',
    '    a.py',
    '  main.py',
    'migrations/versions/',
    '  0001_initial.py',
    'README.md',
  ]);
});

test('a file and a folder whose names begin alike stay apart', () => {
  expect(draw(buildTree(['app.py', 'app/a.py', 'application/b.py'].map(created)))).toEqual([
    'app/',
    '  a.py',
    'application/',
    '  b.py',
    'app.py',
  ]);
});

test('every change is below exactly one row', () => {
  const changes = ['a/b/c.py', 'a/b/d.py', 'a/e.py', 'f.py'].map(created);
  expect(new Set(buildTree(changes).flatMap(changesBelow))).toEqual(new Set(changes));
});

function draw(nodes: readonly TreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'file'
      ? [indent + node.label]
      : [`${indent}${node.label}/`, ...draw(node.children, `${indent}  `)],
  );
}
