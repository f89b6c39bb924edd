/** The digits of a decimal number before and after its point, zeros that say nothing left out. */
export type Digits = { readonly whole: number; readonly fraction: number };

/** Counts the digits of a JSON number or of a text like `-12.50`; undefined when it is neither. */
export function digitsOf(value: unknown): Digits | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const found = /^-?(\d{1,5000})(?:\.(\d{1,5000}))?(?:e([+-]\d{1,4}))?$/.exec(text);
  if (found === null) return undefined;
  const [, whole = '', fraction = '', power = '0'] = found;
  return shifted(whole + fraction, whole.length + Number(power));
}

/** The same digits with the point after the first `point` of them. */
function shifted(digits: string, point: number): Digits {
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  const significant = digits.replace(/0+$/, '').length;
  if (significant === 0) return { whole: 0, fraction: 0 };
  return { whole: Math.max(0, point - leading), fraction: Math.max(0, significant - point) };
}
