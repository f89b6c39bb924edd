import type { ColumnType } from '../../model/column-type.ts';
import type { TypeWords } from './type-words.ts';

/** The type of a moment or of a time of day. */
export type MomentType = Extract<ColumnType, { kind: 'datetime' | 'time' }>;

/** Whether a type is one of these. */
export const isMoment = (type: ColumnType): type is MomentType =>
  type.kind === 'datetime' || type.kind === 'time';

/** Digits of a second that Python keeps. */
const MICROSECONDS = 6;

/** How many digits of a second a column keeps, when that is fewer than Python has. */
export const shortenedTo = ({ precision }: MomentType): number | undefined =>
  precision !== undefined && precision < MICROSECONDS ? precision : undefined;

/** The words for a moment or a time of day; with a zone it is aware in Python and UTC in the database. */
export function momentWords(type: MomentType): TypeWords {
  const { sqlalchemy, aware, naive, annotation, aliases } = WORDS[type.kind];
  const digits = type.precision === undefined ? '' : String(type.precision);
  const model = type.timezone
    ? `${aware}(${digits})`
    : digits === ''
      ? `sa.${sqlalchemy}()`
      : `${naive}(${digits})`;
  return {
    annotation,
    model,
    migration: inMigration(type, sqlalchemy),
    input: aliases[type.timezone ? 0 : 1],
  };
}

const WORDS = {
  datetime: {
    annotation: 'dt.datetime',
    sqlalchemy: 'DateTime',
    aware: 'UTCDateTime',
    naive: 'naive_datetime',
    aliases: ['UtcDateTime', 'NaiveDatetime'],
  },
  time: {
    annotation: 'dt.time',
    sqlalchemy: 'Time',
    aware: 'UTCTime',
    naive: 'naive_time',
    aliases: ['UtcTime', 'dt.time'],
  },
} as const;

/** SQLite keeps what it is given. */
function inMigration({ kind, timezone, precision }: MomentType, sqlalchemy: string): string {
  const zone = timezone ? 'timezone=True' : '';
  const plain = `sa.${sqlalchemy}(${zone})`;
  if (precision === undefined) return plain;
  const native = kind === 'datetime' ? 'TIMESTAMP' : 'TIME';
  const args = [zone, `precision=${precision}`].filter((it) => it !== '').join(', ');
  return `${plain}.with_variant(postgresql.${native}(${args}), "postgresql")`;
}
