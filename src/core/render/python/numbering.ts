import type { Column } from '../../model/model.ts';
import { namespaceOf, ownName } from '../../schema/namespaces.ts';
import { postgresqlName } from '../../schema/postgresql-words.ts';
import { pythonString } from '../literals.ts';
import { call } from './constraints.ts';
import { schemaOption } from './types.ts';

/** The `sa.Identity` of a numbered column; undefined for others. */
export function identityCall({ identity }: Column): string | undefined {
  if (identity === undefined) return undefined;
  return identity === 'always' ? 'sa.Identity(always=True)' : 'sa.Identity()';
}

/** A sequence by its name, which may begin with a namespace. */
export const sequenceCall = (sequence: string): string =>
  `sa.Sequence(${call(pythonString(ownName(sequence)), schemaOption(namespaceOf(sequence)))})`;

/** SQL of the next number of a sequence, as PostgreSQL writes it back, for Alembic to compare. */
export const nextNumber = (sequence: string): string => `nextval('${sequenceName(sequence)}')`;

/** A sequence as PostgreSQL writes it in a text. */
export const sequenceName = (sequence: string): string =>
  sequence.split('.').map(postgresqlName).join('.').replaceAll("'", "''");
