import { z } from 'zod';
import { schemaShape } from '../../src/core/schema/shape.ts';
import { LIST_SNIPPETS, type Node, SCHEMA_SNIPPET } from './snippets.ts';

/** Properties whose completions come from the tables of the file, so that the schema must stay silent. */
const REFERENCES = new Set([
  'target',
  'target_table',
  'target_class',
  'back_populates',
  'foreign_key',
  'secondary',
]);

/** The strict JSON Schema (draft-07) of a schema file, for ajv, CI and other editors. */
export function strictSchema(): Node {
  const schema = z.toJSONSchema(schemaShape, { target: 'draft-7', reused: 'inline', io: 'input' }) as Node;
  return { ...schema, title: 'BackBone schema', allowComments: true, allowTrailingCommas: true };
}

/** The properties of each object of the format, by the place in the strict schema that ajv reports. */
export function propertyNames(
  node: Node = strictSchema(),
  place = '#',
): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  if (typeof node.properties === 'object') found[place] = Object.keys(node.properties as Node);
  for (const [key, child] of Object.entries(node)) {
    if (typeof child === 'object' && child !== null)
      Object.assign(found, propertyNames(child as Node, `${place}/${key}`));
  }
  return found;
}

/**
 * The schema that VS Code's own JSON support gets: it offers completions and hovers and never complains,
 * because our rules report every mistake with a code and an exact range.
 */
export function suggestSchema(): Node {
  return { ...(soften(strictSchema()) as Node), defaultSnippets: [SCHEMA_SNIPPET] };
}

function soften(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(soften);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Node;
  if (Array.isArray(node.enum)) return softEnum(node);
  if (Array.isArray(node.anyOf)) return softUnion(node);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !DROPPED.has(key))
      .map(([key, child]) => [key, key === 'properties' ? softProperties(child as Node) : soften(child)]),
  );
}

const DROPPED = new Set([
  'required',
  'additionalProperties',
  'type',
  'minimum',
  'maximum',
  'minLength',
  'minItems',
  'const',
  'x-not-yet',
  'x-values',
]);

function softProperties(properties: Node): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([key, child]) => {
      const { description } = child as Node;
      const snippets = LIST_SNIPPETS[key];
      const soft = REFERENCES.has(key) ? { description } : (withType(child as Node) as Node);
      return [key, snippets === undefined ? soft : withSnippets(soft, snippets)];
    }),
  );
}

function withSnippets(list: Node, snippets: readonly Node[]): Node {
  const items = typeof list.items === 'object' ? (list.items as Node) : {};
  return 'items' in list && 'properties' in items
    ? { ...list, items: { ...items, defaultSnippets: snippets } }
    : list;
}

/** Booleans keep their values as suggestions. */
function withType(node: Node): unknown {
  const soft = soften(node) as Node;
  if (node.type === 'boolean') return { ...soft, anyOf: [{ enum: [true, false] }, {}] };
  return soft;
}

function softEnum(node: Node): Node {
  const descriptions = node['x-values'] as Node | undefined;
  const values = node.enum as readonly string[];
  const described = descriptions && { markdownEnumDescriptions: values.map((it) => descriptions[it]) };
  return { ...(soften({ ...node, enum: undefined }) as Node), anyOf: [{ enum: values, ...described }, {}] };
}

function softUnion(node: Node): Node {
  const objects = (node.anyOf as Node[]).filter((it) => it.type === 'object');
  const [first = {}] = objects;
  return { ...(soften(first) as Node), ...(soften({ ...node, anyOf: undefined }) as Node) };
}
