/** A schema of so many tables: twelve columns of every usual type each, and a key to the table before. */
export function schemaOf(tables: number): string {
  const schema = Array.from({ length: tables }, (_, index) => table(index));
  return JSON.stringify({ project_name: 'Bench', db_type: 'postgresql', schema }, null, 2);
}

const nameOf = (index: number): string => `things_${String(index).padStart(3, '0')}_items`;

function table(index: number): unknown {
  const before = index === 0 ? undefined : nameOf(index - 1);
  const key = {
    name: 'previous_id',
    type: 'ForeignKey',
    target: `${before}.id`,
    index: true,
    on_delete: 'CASCADE',
  };
  return {
    table_name: nameOf(index),
    description: `Things number ${index}.`,
    options: { use_timestamps: true, use_soft_delete: index % 3 === 0 },
    columns: [
      { name: 'id', type: 'Integer', primary_key: true },
      { name: 'code', type: 'String', length: 40, unique: true, nullable: false },
      { name: 'title', type: 'String', length: 200, nullable: false },
      { name: 'body', type: 'Text' },
      { name: 'price', type: 'Numeric', precision: 10, scale: 2, min: 0, nullable: false },
      { name: 'amount', type: 'Integer', default: 0, nullable: false },
      { name: 'state', type: 'Enum', values: ['new', 'open', 'done'], default: 'new', nullable: false },
      { name: 'active', type: 'Boolean', default: true, nullable: false },
      { name: 'day', type: 'Date' },
      { name: 'seen_at', type: 'DateTime', timezone: true },
      { name: 'extra', type: 'JSON' },
      ...(before === undefined ? [] : [key]),
    ],
    relationships:
      before === undefined ? [] : [{ type: 'many_to_one', target_table: before, foreign_key: 'previous_id' }],
  };
}
