import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('nothing remains', () => {
  checkRule(
    'project-name',
    `
{ "project_name": "\\u041c\\u0430\\u0433\\u0430\\u0437\\u0438\\u043d" }
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB601 error: no name for a Python distribution remains of "Магазин"; use letters from a to z and digits
`,
  );
});

test('a package that the project needs', () => {
  checkRule(
    'project-name',
    `
{ "project_name": "FastAPI" }
                  ^^^^^^^^^ BB601 error: the project needs the package "fastapi" and cannot have its name; write another "project_name"
`,
  );
});

test('a module of Python', () => {
  checkRule(
    'project-name',
    `
{ "project_name": "Calendar" }
                  ^^^^^^^^^^ BB601 warning: "calendar" is the name of a module of Python; consider another "project_name"
`,
  );
});

test('an ordinary name', () => {
  checkRule(
    'project-name',
    `
{ "project_name": "My Shop 2" }
`,
  );
});
