import { strictSchema } from './json-schema.ts';

type Node = { readonly [key: string]: unknown };

/** What of the format the generator cannot do yet, as a tree in the shape of a schema file; see `not-yet.d.ts`. */
export const notYetTree = (): unknown => prune(strictSchema()) ?? {};

/** Keeps only the branches of a JSON Schema that lead to an `x-not-yet`. */
function prune(node: Node): Node | undefined {
  const branches = [node, ...((node.anyOf as Node[] | undefined) ?? [])];
  const properties = Object.fromEntries(
    branches
      .flatMap((it) => Object.entries((it.properties as Record<string, Node> | undefined) ?? {}))
      .flatMap(([name, child]) => {
        const kept = prune(child);
        return kept === undefined ? [] : [[name, kept] as const];
      }),
  );
  const lists = branches.flatMap((it) => (isNode(it.items) ? [it.items] : []));
  const items = lists.map(prune).find((it) => it !== undefined);
  const tree: Node = {
    ...(node['x-not-yet'] === undefined ? {} : { notYet: node['x-not-yet'] }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(items === undefined ? {} : { items }),
  };
  return Object.keys(tree).length === 0 ? undefined : tree;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
