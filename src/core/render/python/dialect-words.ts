import type { ColumnType } from '../../model/column-type.ts';
import type { Column, Model } from '../../model/model.ts';
import { type DefaultWords, defaultOf } from './defaults.ts';
import { mssqlDefault, mssqlWords } from './mssql.ts';
import { mysqlDefault, mysqlWords } from './mysql.ts';
import type { TypeWords } from './type-words.ts';
import { wordsOf } from './types.ts';

/** What databases write in other ways than PostgreSQL and SQLite. */
type Words = {
  readonly typeOf: (type: ColumnType) => Partial<TypeWords>;
  readonly defaultOf: (column: Column) => DefaultWords | undefined;
};

const GENERAL: Words = { typeOf: () => ({}), defaultOf };

const WORDS: Readonly<Record<Model['project']['dbType'], Words>> = {
  postgresql: GENERAL,
  sqlite: GENERAL,
  mysql: { typeOf: mysqlWords, defaultOf: mysqlDefault },
  mssql: { typeOf: mssqlWords, defaultOf: mssqlDefault },
};

/** The words for the type of a column in a project for some database. */
export const typeWords = ({ type }: Column, { project }: Model): TypeWords => ({
  ...wordsOf(type),
  ...WORDS[project.dbType].typeOf(type),
});

/** The default of a column in a project for some database, undefined when it has none. */
export const defaultWords = (column: Column, { project }: Model): DefaultWords | undefined =>
  WORDS[project.dbType].defaultOf(column);
