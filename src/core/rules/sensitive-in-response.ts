import type { ColumnView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';
import { typedColumns } from './typed-columns.ts';

/** BB602: a secret that everyone who reads the row would see. */
export const sensitiveInResponse: Rule = {
  code: 'BB602',
  name: 'sensitive-in-response',
  severity: 'warning',
  summary: 'A column that seems to hold a password, token or secret is shown in the answers of the API.',
  check: (view) =>
    typedColumns(view)
      .filter(
        ({ table, column, kind }) =>
          kind === 'text' && table.api !== false && isShown(column) && isSecret(column),
      )
      .map(({ column }) => ({
        ...valueAt(column, 'name'),
        message: `${columnLabel(column)} is shown in answers of the API; write "visibility": "write_only" or "hidden"${
          /pass/i.test(column.name ?? '') ? ', or "format": "password"' : ''
        }`,
      })),
};

const isSecret = ({ name }: ColumnView): boolean =>
  /(^|_)(password|passwd|pwd|passphrase|secret|token|api_?key|private_?key|pin_code|otp)(_hash|_digest|_salt)?$/.test(
    (name ?? '').replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
  );

const isShown = ({ raw }: ColumnView): boolean =>
  raw.visibility === undefined
    ? raw.format !== 'password'
    : raw.visibility === 'read_only' || (raw.visibility === 'read_write' && raw.format !== 'password');
