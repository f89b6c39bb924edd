import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('above the largest', () => {
  checkRule(
    'page-size',
    `
{ "api": { "page_size": 100, "max_page_size": 50 } }
                        ^^^ BB703 error: "page_size" is 100, above "max_page_size", which is 50
`,
  );
});

test('the usual size above the largest', () => {
  checkRule(
    'page-size',
    `
{ "api": { "max_page_size": 20 } }
                            ^^ BB703 error: "max_page_size" is 20, below the usual "page_size" 50; write "page_size", too
`,
  );
});

test('a large page alone raises the largest', () => {
  checkRule(
    'page-size',
    `
{ "api": { "page_size": 500 } }
`,
  );
});
