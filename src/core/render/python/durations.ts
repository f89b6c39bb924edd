import { daysAndSeconds, readInterval, sqliteInterval } from '../../schema/duration.ts';

/** A length of time as Python makes it. */
export function durationLiteral(text: string): string {
  const { days, seconds } = daysAndSeconds(readInterval(text) ?? 0n);
  const parts = [days === '0' ? '' : `days=${days}`, seconds === '0' ? '' : `seconds=${seconds}`];
  return `dt.timedelta(${parts.filter((it) => it !== '').join(', ')})`;
}

/** The SQL of a length of time on PostgreSQL, and where SQLAlchemy keeps a moment in its place. */
export function durationSql(text: string): readonly [postgresql: string, elsewhere: string] {
  const length = readInterval(text) ?? 0n;
  const { days, seconds } = daysAndSeconds(length);
  return [`'${days} days ${seconds} seconds'`, `'${sqliteInterval(length)}'`];
}
