import { API } from './api.ts';
import type { BrokenSchema } from './broken-schema.ts';
import { COLUMNS } from './columns.ts';
import { CONSTRAINTS } from './constraints.ts';
import { DEFAULTS } from './defaults.ts';
import { GENERATED_COLUMNS } from './generated-columns.ts';
import { INDEXES } from './indexes.ts';
import { KEYS } from './keys.ts';
import { MYSQL_ONLY } from './mysql.ts';
import { NAMES } from './names.ts';
import { RELATIONSHIPS } from './relationships.ts';
import { STRUCTURE } from './structure.ts';

/** Every broken schema. */
export const BROKEN_SCHEMAS: readonly BrokenSchema[] = [
  ...STRUCTURE,
  ...NAMES,
  ...COLUMNS,
  ...GENERATED_COLUMNS,
  ...DEFAULTS,
  ...KEYS,
  ...CONSTRAINTS,
  ...INDEXES,
  ...RELATIONSHIPS,
  ...API,
  ...MYSQL_ONLY,
];
