import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('not a path', () => {
  checkRule(
    'api-prefix',
    `
{ "api": { "prefix": "api/" } }
                     ^^^^^^ BB704 error: the prefix "api/" must look like "/api/v1": a slash before each part, none at the end
`,
  );
});

test('with a parameter', () => {
  checkRule(
    'api-prefix',
    `
{ "api": { "prefix": "/api/{x}" } }
                     ^^^^^^^^^^ BB704 error: the prefix "/api/{x}" must look like "/api/v1": a slash before each part, none at the end
`,
  );
});

test('a path and none', () => {
  checkRule(
    'api-prefix',
    `
{ "api": { "prefix": "/api/v2" } }
`,
  );
});

test('none', () => {
  checkRule(
    'api-prefix',
    `
{ "api": { "prefix": "" } }
`,
  );
});
