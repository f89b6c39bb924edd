import type { Part } from '../shared/diagnostic.ts';
import type { Pointer } from '../shared/pointer.ts';

/** Where a token is in its text. */
export type Token = { readonly offset: number; readonly length: number };

/** A value or property with what is in it, as jsonc-parser has it: the children of a property are its key and value. */
export type TokenNode = Token & {
  readonly type: string;
  /** Known of a key. */
  readonly value?: unknown;
  readonly children?: readonly TokenNode[] | undefined;
};

/** The token that a pointer names; that of its nearest existing ancestor when it is absent. */
export function tokenOf(tree: TokenNode | undefined, at: Pointer, part: Part): Token | undefined {
  let node = tree;
  let key: TokenNode | undefined;
  for (const [depth, segment] of at.entries()) {
    const found = node === undefined ? undefined : childOf(node, segment);
    if (found === undefined) return shorten(node, key);
    key = found.key;
    node = found.value ?? found.key;
    if (depth === at.length - 1 && part === 'key' && key !== undefined) return key;
  }
  return shorten(node, key);
}

/** Points at a name or a bracket rather than at a whole object, so that a squiggle stays on one token. */
function shorten(node: TokenNode | undefined, key: TokenNode | undefined): Token | undefined {
  if (node === undefined) return undefined;
  if (node.type !== 'object' && node.type !== 'array') return node;
  return key ?? { offset: node.offset, length: 1 };
}

function childOf(
  node: TokenNode,
  segment: string | number,
): { key?: TokenNode; value?: TokenNode } | undefined {
  if (typeof segment === 'number') {
    const value = node.type === 'array' ? node.children?.[segment] : undefined;
    return value === undefined ? undefined : { value };
  }
  if (node.type !== 'object') return undefined;
  const property = node.children?.findLast((it) => it.children?.[0]?.value === segment);
  const [key, value] = property?.children ?? [];
  if (key === undefined) return undefined;
  return value === undefined ? { key } : { key, value };
}
