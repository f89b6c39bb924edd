const MOMENT = /^(?:(\d{4})-(\d\d)-(\d\d)[T ])?(\d\d):(\d\d)(.*?)([+-]\d\d):?(\d\d)$/;

/** A moment as the database will give it back; one without an offset stays as it is. */
export function inUtc(text: string): string {
  const found = MOMENT.exec(text);
  if (found === null) return text;
  const [year, month, day, hour, minute, rest, hours, minutes] = found.slice(1);
  const date = new Date(0);
  date.setUTCFullYear(Number(year ?? 2000), Number(month ?? 1) - 1, Number(day ?? 1));
  const sign = hours?.startsWith('-') === true ? -1 : 1;
  date.setUTCHours(Number(hour) - Number(hours), Number(minute) - sign * Number(minutes));
  const utc = date.toISOString();
  if (!/^\d{4}-/.test(utc)) return text;
  return `${year === undefined ? '' : utc.slice(0, 11)}${utc.slice(11, 16)}${rest ?? ''}+00:00`;
}

/** A decimal with the digits of its column; a text has them as written. */
export function decimalText(value: unknown, scale: number | undefined): string {
  return typeof value === 'number' && scale !== undefined ? value.toFixed(scale) : String(value);
}
