import { expect, test } from 'vitest';
import { validateText } from '../../src/core/index.ts';

test('access, owner and former names are in the model; what is not said comes from the root', () => {
  const account = { name: 'account', type: 'UUID', renamed_from: 'user_ref' };
  const id = { name: 'id', type: 'Integer', primary_key: true };
  const { model, diagnostics } = validateText(
    JSON.stringify({
      project_name: 'p',
      db_type: 'postgresql',
      api: { access: { read: 'user' } },
      schema: [
        {
          table_name: 'notes',
          renamed_from: 'crm.memos',
          columns: [id, account],
          api: { access: { write: 'admin' }, owner: 'account' },
        },
        { table_name: 'tags', columns: [id] },
      ],
    }),
  );
  expect(diagnostics.filter((it) => it.severity !== 'information')).toEqual([]);
  const [notes, tags] = model?.tables ?? [];
  expect(notes?.api?.access).toEqual({ read: 'user', write: 'admin' });
  expect(tags?.api?.access).toEqual({ read: 'user', write: 'public' });
  expect(notes?.api?.owner).toBe(notes?.columns[1]);
  expect([notes?.renamedFrom, notes?.columns[1]?.renamedFrom]).toEqual(['crm.memos', 'user_ref']);
  expect(tags?.api?.owner).toBeUndefined();
});
