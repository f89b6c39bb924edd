import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('columns of options that are on', () => {
  checkRule(
    'mixin-column-clash',
    `
[{ "table_name": "a", "options": { "use_timestamps": true, "use_soft_delete": true },
   "columns": [{ "name": "created_at" }, { "name": "is_deleted" }, { "name": "version" }] },
                         ^^^^^^^^^^^^ BB212 warning: "a.created_at" stands for the column that "use_timestamps" adds; remove the column or the option
                                                   ^^^^^^^^^^^^ BB212 warning: "a.is_deleted" stands for the column that "use_soft_delete" adds; remove the column or the option
 { "table_name": "b", "options": { "use_timestamps": false }, "columns": [{ "name": "created_at" }] },
 { "table_name": "c", "options": { "use_optimistic_lock": true }, "columns": [{ "name": "version" }] }]
                                                                                        ^^^^^^^^^ BB212 warning: "c.version" stands for the column that "use_optimistic_lock" adds; remove the column or the option
`,
  );
});
