import { expect, test } from 'vitest';
import { moduleName, pythonAttribute, pythonClass } from '../../../src/core/schema/python-names.ts';

test.each([
  ['email', 'email'],
  ['userId', 'userId'],
  ['type', 'type'],
  ['class', 'class_'],
  ['metadata', 'metadata_'],
  ['cls', 'cls_'],
  ['str', 'str_'],
  ['_id', 'id'],
  ['__class__', 'class__'],
  ['2fa', 'field_2fa'],
  ['first name', 'first_name'],
  ['-', 'field'],
  ['straße', 'straße'],
  ['ﬁle', 'file'],
  ['名前', '名前'],
])('the attribute of %s is %s', (name, attribute) => {
  expect(pythonAttribute(name)).toBe(attribute);
});

test.each([
  ['User', 'User'],
  ['None', 'None_'],
  ['Base', 'Base_'],
  ['Session', 'Session'],
  ['2faCode', 'Table_2faCode'],
])('the class of %s is %s', (name, className) => {
  expect(pythonClass(name)).toBe(className);
});

test.each([
  ['Users', 'users'],
  ['con', 'con_'],
  ['base', 'base_'],
  ['import', 'import_'],
  ['2fa-codes', 'table_2fa_codes'],
])('the module of %s is %s', (table, module) => {
  expect(moduleName(table)).toBe(module);
});
