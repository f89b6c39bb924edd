const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const TEXT = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is base64 with its padding (RFC 4648, section 4). */
export const isBase64 = (text: string): boolean => TEXT.test(text);

/** The bytes of a base64 text as hexadecimal digits. */
export function base64ToHex(text: string): string {
  const digits = text.replaceAll('=', '');
  const bits = Array.from(digits, (it) => ALPHABET.indexOf(it).toString(2).padStart(6, '0')).join('');
  const bytes = bits.slice(0, bits.length - (bits.length % 8)).match(/.{8}/g) ?? [];
  return bytes.map((it) => Number.parseInt(it, 2).toString(16).padStart(2, '0')).join('');
}

/** The base64 text of bytes in hexadecimal digits. */
export function hexToBase64(hex: string): string {
  const bits = Array.from(hex, (it) => Number.parseInt(it, 16).toString(2).padStart(4, '0')).join('');
  const parts = bits.match(/.{1,6}/g) ?? [];
  const text = parts.map((it) => ALPHABET[Number.parseInt(it.padEnd(6, '0'), 2)] ?? '').join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
