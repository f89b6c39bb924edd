import { firstSchema } from '../../src/core/schema/first-schema.ts';

/** A part of a JSON Schema. */
export type Node = { [key: string]: unknown };

/** What an empty file can begin with. */
export const SCHEMA_SNIPPET: Node = {
  label: 'schema',
  description: 'A first schema, valid as it is',
  body: firstSchema('${1:My Project}'),
};

/** Whole parts to start from, by the list that they are items of. */
export const LIST_SNIPPETS: Readonly<Record<string, readonly Node[]>> = {
  schema: [
    {
      label: 'table',
      description: 'A table with a key',
      body: {
        table_name: '${1:table_name}',
        options: { use_timestamps: true },
        columns: [{ name: 'id', type: 'Integer', primary_key: true }],
        relationships: [],
      },
    },
  ],
  columns: [
    {
      label: 'column',
      description: 'A text column',
      body: { name: '${1:name}', type: 'String', length: 100 },
    },
    {
      label: 'foreign key',
      description: 'A required reference to another table',
      body: {
        name: '${1:other}_id',
        type: 'ForeignKey',
        target: '${2:others}.id',
        nullable: false,
        index: true,
      },
    },
  ],
  relationships: [
    {
      label: 'many to one',
      description: 'The end that holds the foreign key',
      body: { type: 'many_to_one', target_table: '${1:others}', foreign_key: '${2:other}_id' },
    },
    {
      label: 'one to many',
      description: 'The other end of a foreign key',
      body: { type: 'one_to_many', target_table: '${1:others}' },
    },
  ],
};
