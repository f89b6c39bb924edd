import { isObject } from '../document/json.ts';
import { quote } from './place.ts';
import type { Rule } from './rule.ts';

/** BB704: a prefix that is no path. */
export const apiPrefix: Rule = {
  code: 'BB704',
  name: 'api-prefix',
  severity: 'error',
  summary: 'The prefix of all routes is no path like `/api/v1`: a slash before each part, none at the end.',
  check: ({ raw }) => {
    const prefix = isObject(raw.api) ? raw.api.prefix : undefined;
    if (typeof prefix !== 'string' || prefix === '' || isPath(prefix)) return [];
    const message = `the prefix ${quote(prefix)} must look like "/api/v1": a slash before each part, none at the end`;
    return [{ at: ['api', 'prefix'], part: 'value', message }];
  },
};

const isPath = (prefix: string): boolean =>
  /^(\/[A-Za-z0-9._~-]+)+$/.test(prefix) && prefix.split('/').every((it) => it !== '.' && it !== '..');
