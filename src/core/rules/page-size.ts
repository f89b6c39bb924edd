import { isObject } from '../document/json.ts';
import { number } from '../schema/view.ts';
import type { Rule } from './rule.ts';

/** BB703: a page that is larger than the largest. */
export const pageSize: Rule = {
  code: 'BB703',
  name: 'page-size',
  severity: 'error',
  summary: 'The usual size of a page is above the largest that is allowed (200 when it is not written).',
  check: ({ raw }) => {
    if (!isObject(raw.api)) return [];
    const [size, most] = [number(raw.api.page_size), number(raw.api.max_page_size)];
    // Without a written maximum a larger page raises it.
    if (size !== undefined && most !== undefined && size > most) {
      const message = `"page_size" is ${size}, above "max_page_size", which is ${most}`;
      return [{ at: ['api', 'page_size'], part: 'value', message }];
    }
    if (size !== undefined || most === undefined || most >= USUAL || most < 1) return [];
    const message = `"max_page_size" is ${most}, below the usual "page_size" ${USUAL}; write "page_size", too`;
    return [{ at: ['api', 'max_page_size'], part: 'value', message }];
  },
};

const USUAL = 50;
