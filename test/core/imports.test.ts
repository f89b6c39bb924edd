import { expect, test } from 'vitest';
import { addImports } from '../../src/core/render/python/imports.ts';

test('known names that are used are imported, and own imports that nothing uses go', () => {
  const text = [
    '# imports',
    'from app.models.users import UserKind',
    'from tests.factories import users as factory',
    '',
    'KIND = UserKind.ADMIN',
    'WORDS = """',
    'from app.models.users import Other',
    '# imports',
    '"""',
    'ID = uuid4()',
    '',
  ];
  expect(addImports(text.join('\n'), 'tests/test_users.py').split('\n')).toEqual([
    'from uuid import uuid4',
    'from app.models.users import UserKind',
    ...text.slice(3),
  ]);
});
