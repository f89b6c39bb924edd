import { expect, test } from 'vitest';
import { apiPath, distributionName, memberName } from '../../../src/core/schema/derived-names.ts';

test.each([
  ['order_items', '/order-items'],
  ['_Odd  name!', '/Odd-name'],
  ['用户', '/用户'],
  ['a.b', '/a.b'],
  ['{id}', '/id'],
  ['--', '/table'],
])('the path of the table %s is %s', (table, path) => {
  expect(apiPath(undefined, table)).toBe(path);
});

test('a written path stays as it is', () => {
  expect(apiPath('crm/order_items/', 'x')).toBe('/crm/order_items');
});

test.each([
  ['SimpleBlog', 'simpleblog'],
  ['My  Shop_2', 'my-shop-2'],
  ['Crème brûlée', 'creme-brulee'],
  ['Магазин', ''],
])('the distribution of %s is %s', (project, name) => {
  expect(distributionName(project)).toBe(name);
});

test.each([
  ['in-progress', 'IN_PROGRESS'],
  ['2x', 'VALUE_2X'],
  ['', 'VALUE'],
  ['mro', 'VALUE_MRO'],
  ['größe', 'GRÖSSE'],
])('the member for %j is %s', (label, name) => {
  expect(memberName(label)).toBe(name);
});
