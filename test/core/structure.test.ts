import { expect, it } from 'vitest';
import { validateText } from '../../src/core/index.ts';

const table = (more: string): string =>
  `{ "project_name": "P", "db_type": "sqlite", "schema": [{ "table_name": "notes", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }], ${more} }] }`;

/** The diagnostics of a text as `code part-of-the-text message`. */
function found(text: string): readonly string[] {
  const lines = text.split('\n');
  return validateText(text).diagnostics.map(({ code, range, message }) => {
    const marked =
      range.start.line === range.end.line
        ? lines[range.start.line]?.slice(range.start.character, range.end.character)
        : '…';
    return `${code} ${marked} ${message}`;
  });
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an unknown property, with its likely name',
    table('"relationship": []'),
    ['BB101 "relationship" "relationship" is not a property of the format; did you mean "relationships"?'],
  ],
  [
    'an unknown property that resembles nothing',
    table('"zebra": 1'),
    ['BB101 "zebra" "zebra" is not a property of the format; it has no effect'],
  ],
  [
    'a missing property',
    '{ "project_name": "P", "db_type": "sqlite" }',
    ['BB102 { the property "schema" is missing here'],
  ],
  [
    'a value that is not allowed',
    table('"kind": "matview"'),
    ['BB103 "matview" "kind" must be one of "table", "view"; did you mean "view"?'],
  ],
  [
    'one that is misspelt, of many',
    table('"kind": "table"').replace('"Integer"', '"integer"'),
    ['BB103 "integer" "type" cannot be "integer"; did you mean "Integer"?'],
  ],
  ['a wrong JSON type', table('"description": 3'), ['BB104 3 "description" must be a text in quotes']],
  [
    'a wrong JSON type where two are right',
    table('"api": "no"'),
    ['BB104 "no" "api" must be true or false, without quotes or an object'],
  ],
  [
    'only the branch of a union that was meant',
    table('"api": { "pth": "/n" }'),
    ['BB101 "pth" "pth" is not a property of the format; did you mean "path"?'],
  ],
  [
    'an empty list',
    '{ "project_name": "P", "db_type": "sqlite", "schema": [] }',
    ['BB103 "schema" "schema" must have at least one item'],
  ],
  [
    'something that is no object',
    '[1]',
    ['BB003 [ a schema file holds one object: { "project_name": …, "db_type": …, "schema": […] }'],
  ],
  [
    'a property written twice',
    '{ "project_name": "P", "project_name": "Q", "db_type": "sqlite" }',
    [
      'BB102 { the property "schema" is missing here',
      'BB002 "project_name" the property "project_name" is written twice',
    ],
  ],
];
for (const [name, text, expected] of cases) {
  it(`reports ${name}`, () => expect(found(text)).toEqual(expected));
}

it('takes comments and trailing commas', () => {
  expect(found(table('/* none */ "indexes": [], // none\n'))).toEqual([]);
});

it('answers text over a limit with one diagnostic', () => {
  const limits = { size: 400, tables: 1, columns: 2, relationships: 1 };
  const codes = (text: string) =>
    validateText(text, limits).diagnostics.map((it) => `${it.code} ${it.message}`);
  expect(codes(' '.repeat(401))).toEqual([
    'BB004 the file is larger than 400 bytes, the limit; raise it with --max-size, or in the editor with the setting backboneAi.limits.size',
  ]);
  expect(codes(`{ "schema": [{}, {}] }`)).toEqual([
    'BB005 2 tables are too many; the limit is 1, raise it with --max-tables, or in the editor with the setting backboneAi.limits.tables',
  ]);
  expect(codes(`{ "schema": [{ "columns": [1, 2, 3] }] }`)).toEqual([
    'BB005 3 columns are too many; the limit is 2, raise it with --max-columns, or in the editor with the setting backboneAi.limits.columns',
  ]);
  expect(codes('['.repeat(200))).toEqual(['BB004 the file is nested deeper than 100 levels']);
});

it('a switched-off error is hidden and still stops generation', () => {
  const text = table('"description": 3, "x-backbone-disable": ["BB104"]');
  const { diagnostics, hiddenErrors, model } = validateText(text);
  expect(diagnostics).toEqual([]);
  expect(hiddenErrors.map((it) => it.code)).toEqual(['BB104']);
  expect(model).toBeUndefined();
});
