/** How many characters a text may have. */
export type Room = { readonly min: number; readonly max: number };

/** The number of the row as text of so many digits. */
export const paddedNumber = (width: number): string =>
  width > 6 ? `{n:0${width}d}` : `{n % ${10 ** width}:0${width}d}`;

/** A text that tells its column and row, or only digits where there is little room. */
export function plainText(name: string, { min, max }: Room): string {
  const word =
    name
      .replace(/[^A-Za-z0-9]+/g, ' ')
      .trim()
      .toLowerCase() || 'text';
  if (max >= word.length + 8 && min <= word.length + 2) return `f"${word} {n}"`;
  if (max >= 'text'.length + 8 && min <= 'text'.length + 2) return 'f"text {n}"';
  return `f"${paddedNumber(Math.max(Math.min(max, 6), min))}"`;
}

/** A text in one of the formats; undefined when it does not fit. */
export function formattedText(format: string, room: Room): string | undefined {
  return (FORMATS[format] ?? []).find((it) => it.length.max <= room.max && it.length.min >= room.min)?.text;
}

type Sample = { readonly text: string; readonly length: Room };

const sample = (text: string, min: number, max = min): Sample => ({ text, length: { min, max } });

const LETTER = '{chr(65 + n % 26)}';
const OTHER_LETTER = '{chr(65 + n // 26 % 26)}';

/** For each format a text of the `n`-th row, the most telling first, with its shortest and longest length. */
const FORMATS: Readonly<Record<string, readonly Sample[]>> = {
  email: [
    sample('f"user{n}@example.com"', 17, 22),
    sample('f"{n % 1000000}@a.io"', 6, 11),
    sample('f"{n % 10}@a.b"', 5),
  ],
  url: [
    sample('f"https://example.com/{n}"', 21, 26),
    sample('f"http://{n % 1000}.io"', 11, 13),
    sample('f"http://{n % 10}"', 8),
  ],
  uuid: [sample('str(uuid4())', 36)],
  slug: [sample('f"slug-{n}"', 6, 11), sample('f"{n % 100000}"', 1, 5), sample('f"{n % 10}"', 1)],
  phone: [sample('f"+49 30 {n:07d}"', 14), sample('f"{n % 1000000:06d}"', 6), sample('f"{n % 1000:03d}"', 3)],
  ip: [sample('f"10.0.{n // 256 % 256}.{n % 256}"', 8, 12), sample('f"::{n % 10}"', 3), sample('"::"', 2)],
  color: [sample('f"#{n % 0x1000000:06x}"', 7), sample('f"#{n % 0x1000:03x}"', 4)],
  country: [sample(`f"${OTHER_LETTER}${LETTER}"`, 2)],
  currency: [sample(`f"X${OTHER_LETTER}${LETTER}"`, 3)],
};
