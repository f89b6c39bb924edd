/** A model's text on one line, without what a terminal or a log would obey, cut to a length in characters. */
export const plainText = (text: string, longest: number): string =>
  text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, longest);
