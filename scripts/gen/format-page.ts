import { strictSchema } from './json-schema.ts';

type Node = { readonly [key: string]: unknown };

/** The reference of the format as a Markdown page, from the same definition as the checks. */
export function formatPage(): string {
  const root = strictSchema() as Node;
  const table = itemsOf(propertyOf(root, 'schema'));
  const sections: readonly (readonly [string, Node])[] = [
    ['The file', root],
    ['`api` of the file', propertyOf(root, 'api')],
    ['`features`', propertyOf(root, 'features')],
    ['A table', table],
    ['`options` of a table', propertyOf(table, 'options')],
    ['`api` of a table', objectOf(propertyOf(table, 'api'))],
    ['A column', itemsOf(propertyOf(table, 'columns'))],
    ['A relationship', itemsOf(propertyOf(table, 'relationships'))],
    ['A constraint', itemsOf(propertyOf(table, 'constraints'))],
    ['An index', itemsOf(propertyOf(table, 'indexes'))],
  ];
  const types = valuesOf(propertyOf(itemsOf(propertyOf(table, 'columns')), 'type'));
  return [
    '# The schema format',
    '',
    'Generated from `src/core/schema/shape.ts` by `npm run gen`. A property marked *not yet* is part of the format and',
    'is refused with BB006 until the generator can do it. Comments and trailing commas are allowed.',
    '',
    ...sections.flatMap(([title, node]) => section(title, node)),
    '## Column types',
    '',
    ...types,
    '',
  ].join('\n');
}

const propertyOf = (node: Node, name: string): Node => (node.properties as Record<string, Node>)[name] ?? {};
const itemsOf = (node: Node): Node => (node.items ?? {}) as Node;
const objectOf = (node: Node): Node =>
  ((node.anyOf ?? []) as Node[]).find((it) => it.type === 'object') ?? node;

function section(title: string, node: Node): readonly string[] {
  const required = new Set((node.required ?? []) as string[]);
  const rows = Object.entries((node.properties ?? {}) as Record<string, Node>).map(([name, property]) => {
    const notes = [
      required.has(name) ? 'required' : '',
      property.default === undefined ? '' : `default \`${JSON.stringify(property.default)}\``,
      notYetOf(property),
    ].filter((it) => it !== '');
    return `| \`${name}\` | ${typeOf(property)} | ${cell(String(property.description ?? ''))} | ${notes.join('; ')} |`;
  });
  return [`## ${title}`, '', '| property | type | meaning | |', '|---|---|---|---|', ...rows, ''];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function typeOf(node: Node): string {
  const values = node.enum as readonly string[] | undefined;
  if (values !== undefined)
    return values.length > 12 ? 'see below' : values.map((it) => `\`${it}\``).join(' ');
  if (Array.isArray(node.anyOf)) return (node.anyOf as Node[]).map(typeOf).join(' or ');
  if (node.type === 'array') return `list of ${typeOf(itemsOf(node))}`;
  return node.const === undefined ? String(node.type ?? 'any') : `\`${JSON.stringify(node.const)}\``;
}

function notYetOf(node: Node): string {
  const notYet = node['x-not-yet'] as
    | true
    | { values?: readonly unknown[]; types?: readonly string[] }
    | undefined;
  if (notYet === undefined) return '';
  if (notYet === true) return '*not yet*';
  const what = notYet.values?.map((it) => `\`${String(it)}\``) ?? notYet.types ?? [];
  return `*not yet*: ${what.join(' ')}`;
}

function valuesOf(node: Node): readonly string[] {
  const meanings = node['x-values'] as Readonly<Record<string, string>>;
  const notYet = new Set((node['x-not-yet'] as { values: readonly string[] }).values);
  return Object.entries(meanings).map(
    ([name, it]) => `- \`${name}\`: ${it}${notYet.has(name) ? ' (*not yet*)' : ''}`,
  );
}
