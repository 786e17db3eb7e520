import inflate from 'tiny-inflate';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of a base64 text. Apps Script has no `atob`, and its own decoder is a service that the pure parts may not name. */
function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.replace(/=+$/, '').length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) break;
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
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
