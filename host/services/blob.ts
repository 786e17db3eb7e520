import { port, wrongSignature } from './realm';

type Gas = GoogleAppsScript.Base.Blob;

/** Bytes with a name and a type. */
export class HostBlob {
  #bytes: number[];
  #type: string | null;
  #name: string | null;

  constructor(data: unknown, type: string | null = null, name: string | null = null) {
    if (typeof data !== 'string' && !Array.isArray(data)) throw wrongSignature('Utilities.newBlob', [data]);
    this.#bytes = typeof data === 'string' ? Array.from(port.crypto.encode(data, 'UTF-8')) : data.slice();
    this.#type = type;
    this.#name = name;
  }
  getBytes(): number[] {
    return this.#bytes.slice();
  }
  setBytes(data: number[]): Gas {
    this.#bytes = data.slice();
    return this as unknown as Gas;
  }
  getDataAsString(charset = 'UTF-8'): string {
    return port.crypto.decode(this.#bytes, charset);
  }
  setDataFromString(text: string, charset = 'UTF-8'): Gas {
    this.#bytes = Array.from(port.crypto.encode(String(text), charset));
    return this as unknown as Gas;
  }
  getContentType(): string | null {
    return this.#type;
  }
  setContentType(type: string | null): Gas {
    this.#type = type;
    return this as unknown as Gas;
  }
  getName(): string | null {
    return this.#name;
  }
  setName(name: string): Gas {
    this.#name = name;
    return this as unknown as Gas;
  }
  isGoogleType(): boolean {
    return false;
  }
  copyBlob(): Gas {
    return new HostBlob(this.#bytes, this.#type, this.#name) as never;
  }
  getBlob(): Gas {
    return this.copyBlob();
  }
}
