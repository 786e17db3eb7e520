import inflate from 'tiny-inflate';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Value of each letter by its code. */
function lettersOf(): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < ALPHABET.length; value++) values[ALPHABET.charCodeAt(value)] = value;
  return values;
}

/** Bytes of a base64 text. Apps Script has no `atob`, and its own decoder is a service that the pure parts may not name. */
function fromBase64(text: string): Uint8Array {
  const values = lettersOf();
  const letters = text.length - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array((letters * 3) >> 2);
  for (let from = 0, at = 0; from < letters; from += 4, at += 3) {
    const bits =
      (values[text.charCodeAt(from)] << 18) |
      (values[text.charCodeAt(from + 1)] << 12) |
      (values[text.charCodeAt(from + 2)] << 6) |
      values[text.charCodeAt(from + 3)];
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
  }
  return bytes;
}

/** How much text is made of bytes at once: a call takes only so many arguments. */
const CHUNK = 8192;

/**
 * The text that the build has packed (deflate, then base64), to keep large tables small in the bundle.
 * @param length letters of the text, all of them ASCII
 */
export function unpack(packed: string, length: number): string {
  const bytes = inflate(fromBase64(packed), new Uint8Array(length));
  let text = '';
  for (let at = 0; at < length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}
