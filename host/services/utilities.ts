import { HostBlob } from './blob';
import { Charset, DigestAlgorithm, MacAlgorithm } from './enums';
import { formatDate } from './format-date';
import { formatString } from './format-string';
import { parseDate } from './parse-date';
import { across, Exception, enumName, port, wrongSignature } from './realm';

type Blob = GoogleAppsScript.Base.Blob;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const bytesOf = (data: unknown, charset = 'UTF-8'): number[] => {
  if (typeof data === 'string') return Array.from(port.crypto.encode(data, charset));
  if (Array.isArray(data)) return data.map((byte) => byte & 255);
  if (data instanceof HostBlob) return data.getBytes().map((byte) => byte & 255);
  throw wrongSignature('Utilities.base64Encode', [data]);
};

function base64(data: number[]): string {
  let text = '';
  for (let i = 0; i < data.length; i += 3) {
    const [a, b = 0, c = 0] = data.slice(i, i + 3).map((byte) => byte & 255);
    text += ALPHABET[a >> 2] + ALPHABET[((a & 3) << 4) | (b >> 4)];
    text += i + 1 < data.length ? ALPHABET[((b & 15) << 2) | (c >> 6)] : '=';
    text += i + 2 < data.length ? ALPHABET[c & 63] : '=';
  }
  return text;
}

function unbase64(text: string): number[] {
  const clean = text
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/[\s=]+$/g, '')
    .replace(/\s/g, '');
  if (/[^A-Za-z0-9+/]/.test(clean)) throw new Exception('Could not decode string.');
  const bytes: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const letter of clean) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      const byte = (buffer >> bits) & 255;
      bytes.push(byte > 127 ? byte - 256 : byte);
    }
  }
  return bytes;
}

const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');

/** Utilities: text, bytes, dates. Free of charge but for sleep, which lets the clock run. */
export class HostUtilities {
  readonly Charset = Charset;
  readonly DigestAlgorithm = DigestAlgorithm;
  readonly MacAlgorithm = MacAlgorithm;

  sleep(milliseconds: number): void {
    if (typeof milliseconds !== 'number' || milliseconds < 0 || milliseconds > 300_000)
      throw new Exception('Invalid argument: sleep time must be between 0 and 300000 milliseconds');
    across(() => port.sleep(milliseconds));
  }
  getUuid(): string {
    return port.uuid();
  }
  formatDate(date: GoogleAppsScript.Base.Date, timeZone: string, format: string): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string')
      throw wrongSignature('Utilities.formatDate', [date, timeZone, format]);
    if (Number.isNaN(date.getTime())) throw new Exception('Invalid argument: date. Should be of type: Date');
    return formatDate(date.getTime(), timeZone, format);
  }
  formatString(template: string, ...args: unknown[]): string {
    return formatString(template, args);
  }
  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(parseDate(String(date), timeZone, format));
  }
  base64Encode(data: unknown, charset?: GoogleAppsScript.Utilities.Charset): string {
    return base64(bytesOf(data, enumName(charset) || 'UTF-8'));
  }
  base64EncodeWebSafe(data: unknown, charset?: GoogleAppsScript.Utilities.Charset): string {
    return webSafe(this.base64Encode(data, charset));
  }
  base64Decode(encoded: string): number[] {
    return unbase64(String(encoded));
  }
  base64DecodeWebSafe(encoded: string): number[] {
    return unbase64(String(encoded));
  }
  computeDigest(
    algorithm: GoogleAppsScript.Utilities.DigestAlgorithm,
    value: unknown,
    charset?: GoogleAppsScript.Utilities.Charset,
  ): number[] {
    return across(() =>
      Array.from(port.crypto.digest(enumName(algorithm), bytesOf(value, enumName(charset) || 'UTF-8'))),
    );
  }
  computeHmacSignature(algorithm: GoogleAppsScript.Utilities.MacAlgorithm, value: unknown, key: unknown): number[] {
    return across(() =>
      Array.from(port.crypto.hmac(enumName(algorithm).replace('HMAC_', ''), bytesOf(value), bytesOf(key))),
    );
  }
  computeHmacSha256Signature(value: unknown, key: unknown): number[] {
    return across(() => Array.from(port.crypto.hmac('SHA_256', bytesOf(value), bytesOf(key))));
  }
  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }
  newBlob(data: unknown, contentType?: string, name?: string): Blob {
    return new HostBlob(data, contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null) as never;
  }
  parseCsv(csv: string, delimiter: string | number = ','): string[][] {
    return parseCsv(String(csv), typeof delimiter === 'number' ? String.fromCharCode(delimiter) : delimiter);
  }
  gzip(blob: GoogleAppsScript.Base.BlobSource, name?: string): Blob {
    const source = blob.getBlob();
    return new HostBlob(
      Array.from(port.crypto.gzip(source.getBytes())),
      'application/x-gzip',
      name ?? `${source.getName() ?? 'archive'}.gz`,
    ) as never;
  }
  ungzip(blob: GoogleAppsScript.Base.BlobSource): Blob {
    const source = blob.getBlob();
    return across(
      () =>
        new HostBlob(
          Array.from(port.crypto.gunzip(source.getBytes())),
          null,
          source.getName()?.replace(/\.gz$/, '') ?? null,
        ) as never,
    );
  }
  zip(blobs: GoogleAppsScript.Base.BlobSource[], name = 'archive.zip'): Blob {
    const files = blobs.map((source) => ({
      name: source.getBlob().getName() ?? '',
      bytes: source.getBlob().getBytes(),
    }));
    return new HostBlob(Array.from(port.crypto.zip(files)), 'application/zip', name) as never;
  }
  unzip(blob: GoogleAppsScript.Base.BlobSource): Blob[] {
    return across(() =>
      Array.from(
        port.crypto.unzip(blob.getBlob().getBytes()),
        ({ name, bytes }) => new HostBlob(Array.from(bytes), null, name) as never,
      ),
    );
  }
}

/** RFC 4180 with Google's lenience: every row as wide as it is, quotes doubled inside quotes. */
function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let [field, quoted, started] = ['', false, false];
  const endField = (): void => {
    rows[rows.length - 1].push(field);
    [field, started] = ['', false];
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (letter === '"' && !started) [quoted, started] = [true, true];
    else if (letter === delimiter) endField();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[i + 1] === '\n') i++;
      endField();
      if (i + 1 < text.length) rows.push([]);
    } else {
      field += letter;
      started = true;
    }
  }
  if (quoted) throw new Exception('Could not parse text.');
  if (field !== '' || started || rows[rows.length - 1].length > 0 || text === '') {
    if (!/[\r\n]$/.test(text)) endField();
  }
  return rows;
}
