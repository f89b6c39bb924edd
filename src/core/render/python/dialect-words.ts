import type { Column, Model } from '../../model/model.ts';
import { type DefaultWords, defaultOf } from './defaults.ts';
import { mysqlDefault, mysqlWords } from './mysql.ts';
import type { TypeWords } from './type-words.ts';
import { wordsOf } from './types.ts';

/** The words for the type of a column in a project for some database. */
export function typeWords({ type }: Column, { project }: Model): TypeWords {
  return project.dbType === 'mysql' ? { ...wordsOf(type), ...mysqlWords(type) } : wordsOf(type);
}

/** The default of a column in a project for some database, undefined when it has none. */
export const defaultWords = (column: Column, { project }: Model): DefaultWords | undefined =>
  project.dbType === 'mysql' ? mysqlDefault(column) : defaultOf(column);
