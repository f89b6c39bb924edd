/** A schema that is valid as it is, as data: what a new file begins with. */
export const firstSchema = (projectName: string) => ({
  project_name: projectName,
  db_type: 'sqlite',
  schema: [
    {
      table_name: 'items',
      options: { use_timestamps: true },
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'name', type: 'String', length: 100, nullable: false, index: true },
      ],
    },
  ],
});
