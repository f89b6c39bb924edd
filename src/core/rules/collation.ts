import type { DbType } from '../schema/dialects.ts';
import { dbTypeOf, dialectOf } from '../schema/dialects.ts';
import { typedParts } from '../schema/typed-parts.ts';
import { type ColumnView, type SchemaView, text } from '../schema/view.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB334: collations that the database does not have. */
export const collation: Rule = {
  code: 'BB334',
  name: 'collation',
  severity: 'error',
  summary:
    'The database has no such collation, or the column is a `CIText`, which has one of its own. One that depends on how PostgreSQL was built is a warning.',
  check: (view) => typedParts(view).flatMap((it) => checkType(view, it)),
};

function checkType(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const written = text(column.raw.collation);
  if (written === undefined || !TEXTS.has(column.type)) return [];
  const place = valueAt(column, 'collation');
  if (column.type === 'CIText') {
    const message = `${columnLabel(column)} is a CIText, whose collation ignores case; use "String" or "Text" for another`;
    return [{ ...place, message }];
  }
  const fault = FAULTS[dbTypeOf(view)](written);
  if (fault !== undefined) {
    const message = `${dialectOf(view).label} has no collation ${quote(written)}${fault}`;
    return [{ ...place, message }];
  }
  if (view.dbType !== 'postgresql' || EVERYWHERE.test(written)) return [];
  const message = `not every PostgreSQL has the collation ${quote(written)}; see that yours has it before the migration runs`;
  return [{ ...place, severity: 'warning', message }];
}

const TEXTS: ReadonlySet<string | undefined> = new Set(['String', 'Char', 'Text', 'CIText']);

/** Those that come with PostgreSQL, and those of ICU, which its packages are built with. */
const EVERYWHERE = /^(?:C|POSIX|ucs_basic|und-x-icu|[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?-x-icu)$/;

type Fault = (name: string) => string | undefined;

const unless =
  (known: RegExp, advice: string): Fault =>
  (name) =>
    known.test(name) ? undefined : advice;

/** Why there can be no such collation. */
const FAULTS: Readonly<Record<DbType, Fault>> = {
  postgresql: unless(/^[^"]{1,63}$/, ''),
  sqlite: unless(/^(?:binary|nocase|rtrim)$/i, '; it has BINARY, NOCASE and RTRIM'),
  mysql: unless(/^(?:utf8mb4|uca1400)_\w+$/i, ' for utf8mb4, which all text is kept in'),
  mssql: unless(/^\w+$/, ''),
};
