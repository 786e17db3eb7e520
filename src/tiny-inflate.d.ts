declare module 'tiny-inflate' {
  /** Inflates raw deflate data into `output`, which must be as long as the result, and gives it back. */
  export default function inflate(data: Uint8Array, output: Uint8Array): Uint8Array;
}
