import { strictSchema } from '../../../scripts/gen/json-schema.ts';

/** A place in a schema file that takes a text. */
export type TextPlace = {
  readonly at: readonly (string | number)[];
  /** The property by its place in the format, such as `schema.columns.description`. */
  readonly property: string;
  /** A name has a shape of its own to keep to; any other text is free. */
  readonly kind: 'name' | 'text';
  /** What stands there; undefined where the property is not written. */
  readonly value: string | undefined;
};

type Node = Readonly<Record<string, unknown>>;

const FORMAT: Node = strictSchema();

/** Names that mean something to us alone, or to nobody. */
const LEFT_OUT: readonly string[] = ['x-backbone-disable'];

/** Every place of a schema that takes a text, found along the shape of the format. */
export const textPlaces = (schema: unknown): readonly TextPlace[] => placesOf(FORMAT, schema, []);

/** Every property of the format that takes a text. */
export const textProperties = (node: Node = FORMAT, at: readonly string[] = []): readonly string[] => {
  if (isText(node)) return [at.join('.')];
  const inner = [...alternatives(node), ...(typeof node.items === 'object' ? [node.items as Node] : [])];
  return [
    ...new Set([
      ...inner.flatMap((it) => textProperties(it, at)),
      ...propertiesOf(node).flatMap(([key, it]) => textProperties(it, [...at, key])),
    ]),
  ];
};

const isText = (node: Node): boolean => node.type === 'string' && node.enum === undefined;

const alternatives = (node: Node): readonly Node[] =>
  Array.isArray(node.anyOf) ? (node.anyOf as Node[]) : [];

const propertiesOf = (node: Node): readonly (readonly [string, Node])[] =>
  Object.entries((node.properties ?? {}) as Record<string, Node>).filter(([key]) => !LEFT_OUT.includes(key));

function placesOf(node: Node, value: unknown, at: TextPlace['at']): readonly TextPlace[] {
  if (typeof value === 'string') return ofText(node, value, at);
  if (Array.isArray(value)) {
    const holder = [node, ...alternatives(node)].find((it) => typeof it.items === 'object');
    const items = (holder?.items ?? {}) as Node;
    return value.flatMap((it, i) => placesOf(items, it, [...at, i]));
  }
  return typeof value === 'object' && value !== null ? ofObject(node, value as Node, at) : [];
}

function ofText(node: Node, value: string, at: TextPlace['at']): readonly TextPlace[] {
  const texts = [node, ...alternatives(node)].filter(isText);
  const isUntyped = node.type === undefined && alternatives(node).length === 0;
  if (texts.length === 0 && !isUntyped) return [];
  const kind = texts.some((it) => it.minLength === 1) ? 'name' : 'text';
  return [{ at, property: propertyAt(at), kind, value }];
}

function ofObject(node: Node, value: Node, at: TextPlace['at']): readonly TextPlace[] {
  const known = new Map([node, ...alternatives(node)].flatMap(propertiesOf));
  const written = Object.entries(value).flatMap(([key, it]) =>
    LEFT_OUT.includes(key) ? [] : placesOf(known.get(key) ?? {}, it, [...at, key]),
  );
  const absent = [...known].flatMap(([key, it]): readonly TextPlace[] => {
    if (key in value || !isText(it)) return [];
    const path = [...at, key];
    const kind = it.minLength === 1 ? 'name' : 'text';
    return [{ at: path, property: propertyAt(path), kind, value: undefined }];
  });
  return [...written, ...absent];
}

const propertyAt = (at: TextPlace['at']): string => at.filter((it) => typeof it === 'string').join('.');
