const TABLE = '{ "table_name": "a", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }] }';

/** The text of a schema of at least so many bytes, all of it tables. */
export function largeSchema(bytes: number): string {
  const tables = Array(Math.ceil(bytes / TABLE.length))
    .fill(TABLE)
    .join(',\n');
  return `{ "project_name": "Large", "db_type": "sqlite", "schema": [\n${tables}\n] }\n`;
}
