/** What Utilities needs of Node. Bytes are signed, as in Apps Script. */
import { createHash, createHmac } from 'node:crypto';
import { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';

const signed = (buffer: Uint8Array): number[] => Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte));
const plain = (bytes: readonly number[]): Buffer => Buffer.from(Array.from(bytes, (byte) => byte & 255));

const ALGORITHMS: Record<string, string> = {
  MD2: 'md2',
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function algorithm(name: string): string {
  const known = ALGORITHMS[name];
  if (!known) throw new Error(`Invalid argument: algorithm ${name}`);
  return known;
}

export const digest = (name: string, bytes: number[]): number[] =>
  signed(createHash(algorithm(name)).update(plain(bytes)).digest());

export const hmac = (name: string, bytes: number[], key: number[]): number[] =>
  signed(createHmac(algorithm(name), plain(key)).update(plain(bytes)).digest());

const encodingOf = (charset: string): BufferEncoding =>
  charset.toUpperCase().replace('-', '_') === 'US_ASCII' ? 'ascii' : 'utf8';

export const encode = (text: string, charset: string): number[] => signed(Buffer.from(text, encodingOf(charset)));
export const decode = (bytes: number[], charset: string): string => plain(bytes).toString(encodingOf(charset));
export const gzip = (bytes: number[]): number[] => signed(gzipSync(plain(bytes)));
export const gunzip = (bytes: number[]): number[] => signed(gunzipSync(plain(bytes)));

/** A zip archive (PKWARE APPNOTE 4.3) with the time stamp of 1980, so that it repeats. */
export function zip(files: { name: string; bytes: number[] }[]): number[] {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const data = plain(file.bytes);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(0, 6);
    head.writeUInt16LE(33, 8);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return signed(Buffer.concat([...local, directory, end]));
}

/** The files of a zip archive, read by its central directory. */
export function unzip(bytes: number[]): { name: string; bytes: number[] }[] {
  const data = plain(bytes);
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('Invalid argument: not a zip file');
  const files: { name: string; bytes: number[] }[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let i = data.readUInt16LE(end + 10); i > 0; i--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    if (!name.endsWith('/'))
      files.push({ name, bytes: signed(data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function crc32(data: Buffer): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}
