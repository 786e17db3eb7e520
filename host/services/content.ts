import { ContentMimeType } from './enums';
import { enumName } from './realm';

type Output = GoogleAppsScript.Content.TextOutput;

/** Text that a web app answers with. */
export class HostTextOutput {
  #text: string;
  #type: unknown = ContentMimeType.TEXT;
  #file: string | null = null;

  constructor(text = '') {
    this.#text = text;
  }
  append(added: string): Output {
    this.#text += added;
    return this as unknown as Output;
  }
  clear(): Output {
    this.#text = '';
    return this as unknown as Output;
  }
  setContent(content: string): Output {
    this.#text = content;
    return this as unknown as Output;
  }
  getContent(): string {
    return this.#text;
  }
  setMimeType(mimeType: GoogleAppsScript.Content.MimeType): Output {
    this.#type = mimeType;
    return this as unknown as Output;
  }
  getMimeType(): GoogleAppsScript.Content.MimeType {
    return this.#type as GoogleAppsScript.Content.MimeType;
  }
  downloadAsFile(filename: string): Output {
    this.#file = filename;
    return this as unknown as Output;
  }
  getFileName(): string | null {
    return this.#file;
  }
  toJSON(): object {
    return { content: this.#text, mimeType: enumName(this.#type) };
  }
}

export class HostContentService {
  readonly MimeType = ContentMimeType;

  createTextOutput(content = ''): Output {
    return new HostTextOutput(String(content)) as never;
  }
}
