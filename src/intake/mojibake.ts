/** Repair of text that was stored as UTF-8 and read as Windows-1252: "JosÃ©" for "José". */

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

function byteOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 0x100) return code;
  const index = CP1252.indexOf(letter);
  return index < 0 ? -1 : 0x80 + index;
}

/** Length of the UTF-8 sequence that `lead` opens; 0 where it opens none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function decodeUtf8(bytes: readonly number[]): string | null {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at]);
    if (length === 0 || at + length > bytes.length) return null;
    let code = length === 1 ? bytes[at] : bytes[at] & (0x7f >> length);
    for (let k = 1; k < length; k++) {
      if ((bytes[at + k] & 0xc0) !== 0x80) return null;
      code = (code << 6) | (bytes[at + k] & 0x3f);
    }
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

/** The text that was meant, where the whole of it can be read back as UTF-8; otherwise the text itself. */
export function mendMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOf(letter);
    if (byte < 0) return text;
    bytes.push(byte);
  }
  return decodeUtf8(bytes) ?? text;
}
