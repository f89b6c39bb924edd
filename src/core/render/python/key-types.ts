import type { Column } from '../../model/model.ts';
import { typeBounds } from './checks.ts';
import { wordsOf } from './types.ts';

/** How modules that import the models as a whole name the type of a column. */
export const qualified = ({ type }: Column, annotation: string): string =>
  type.kind === 'enum' ? `models.${annotation}` : annotation;

/** The type of a key's column in the path of a route. */
export const pathType = (column: Column): string => bounded(column, qualified(column, inputOf(column)));

/** The same in the body of a request. */
export const bodyType = (column: Column): string => bounded(column, inputOf(column));

const inputOf = (column: Column): string => wordsOf(column.type).input;

function bounded(column: Column, type: string): string {
  const bounds = typeBounds(column);
  return bounds.length === 0 ? type : `Annotated[${type}, Field(${bounds.join(', ')})]`;
}
