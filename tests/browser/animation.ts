import { crc32 } from 'node:zlib';

/** A picture, and for how long it is shown. */
export interface AnimationFrame {
  png: Buffer;
  milliseconds: number;
}

const SIGNATURE = 8;

/**
 * Puts pictures of one size and colour type (as one browser takes them) together into an animated PNG that plays for ever:
 * their compressed data is taken as it is. Chunks by the PNG specification, third edition (W3C 2025), 11.3.6.
 */
export function animate(frames: readonly AnimationFrame[]): Buffer {
  const [first] = frames;
  const header = dataOf(first.png, 'IHDR')[0];
  const size = header.subarray(0, 8);
  let sequence = 0;
  const parts = frames.flatMap(({ png, milliseconds }, at) => {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence++, 0);
    size.copy(control, 4);
    control.writeUInt16BE(milliseconds, 20);
    control.writeUInt16BE(1000, 22);
    const data = dataOf(png, 'IDAT').map((part) =>
      at === 0 ? chunk('IDAT', part) : chunk('fdAT', Buffer.concat([uint32(sequence++), part])),
    );
    return [chunk('fcTL', control), ...data];
  });
  const play = chunk('acTL', Buffer.concat([uint32(frames.length), uint32(0)]));
  const begin = [first.png.subarray(0, SIGNATURE), chunk('IHDR', header), play];
  return Buffer.concat([...begin, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** What stands in the chunks of a kind. */
function dataOf(png: Buffer, kind: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === kind) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
