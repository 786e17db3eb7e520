import { HostBlob } from './blob';
import { SandboxMode, XFrameOptionsMode } from './enums';
import { compileTemplate } from './html-template';
import { Exception, port, wrongSignature } from './realm';

type Output = GoogleAppsScript.HTML.HtmlOutput;
type Template = GoogleAppsScript.HTML.HtmlTemplate;

/** The text of an HTML file of the project. @throws Exception in Google's words where there is none */
function fileText(name: string): string {
  const text = port.html(String(name));
  if (text === undefined) throw new Exception(`No HTML file named ${name} was found.`);
  return text;
}

const isBlob = (value: unknown): value is GoogleAppsScript.Base.BlobSource =>
  typeof (value as { getBlob?: unknown } | null)?.getBlob === 'function';
const textOf = (source: unknown, method: string): string => {
  if (isBlob(source)) return source.getBlob().getDataAsString();
  if (typeof source !== 'string') throw wrongSignature(`HtmlService.${method}`, [source]);
  return source;
};

/** HtmlService: pages for sidebars, dialogs and web apps. */
export class HostHtmlService {
  readonly SandboxMode = SandboxMode;
  readonly XFrameOptionsMode = XFrameOptionsMode;

  createHtmlOutput(html: unknown = ''): Output {
    return new HostHtmlOutput(textOf(html, 'createHtmlOutput')) as never;
  }
  createHtmlOutputFromFile(filename: string): Output {
    return new HostHtmlOutput(fileText(filename)) as never;
  }
  createTemplate(html: unknown): Template {
    return new HostHtmlTemplate(textOf(html, 'createTemplate')) as never;
  }
  createTemplateFromFile(filename: string): Template {
    return new HostHtmlTemplate(fileText(filename)) as never;
  }
  getUserAgent(): string {
    return null as never;
  }
}

/** A page. `getContent` is what goes to the browser. */
export class HostHtmlOutput {
  #html: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  #favicon: string | null = null;
  readonly #meta: { name: string; content: string }[] = [];

  constructor(html: string) {
    this.#html = html;
  }
  #do(change: () => void): Output {
    change();
    return this as unknown as Output;
  }
  append(added: string): Output {
    return this.#do(() => (this.#html += added));
  }
  appendUntrusted(added: string): Output {
    return this.#do(() => (this.#html += added.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)));
  }
  clear(): Output {
    return this.#do(() => (this.#html = ''));
  }
  setContent(content: string): Output {
    return this.#do(() => (this.#html = content));
  }
  getContent(): string {
    return this.#html;
  }
  asTemplate(): Template {
    return new HostHtmlTemplate(this.#html) as never;
  }
  getAs(contentType: string): GoogleAppsScript.Base.Blob {
    if (contentType !== 'text/html')
      throw new Exception(`HtmlOutput.getAs ${contentType} exists at Google; this host does not do it yet`);
    return this.getBlob();
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    return new HostBlob(this.#html, 'text/html', 'output.html') as never;
  }
  getTitle(): string {
    return this.#title ?? '';
  }
  setTitle(title: string): Output {
    return this.#do(() => (this.#title = title));
  }
  getWidth(): number {
    return this.#width as number;
  }
  setWidth(width: number | null): Output {
    return this.#do(() => (this.#width = width));
  }
  getHeight(): number {
    return this.#height as number;
  }
  setHeight(height: number | null): Output {
    return this.#do(() => (this.#height = height));
  }
  getFaviconUrl(): string {
    return this.#favicon ?? '';
  }
  setFaviconUrl(url: string): Output {
    return this.#do(() => (this.#favicon = url));
  }
  setSandboxMode(_mode: GoogleAppsScript.HTML.SandboxMode): Output {
    return this as unknown as Output;
  }
  setXFrameOptionsMode(_mode: GoogleAppsScript.HTML.XFrameOptionsMode): Output {
    return this as unknown as Output;
  }
  /** Google allows viewport, google-site-verification and the two web-app-capable names only (HtmlOutput.addMetaTag). */
  addMetaTag(name: string, content: string): Output {
    if (!/^(viewport|google-site-verification|apple-mobile-web-app-capable|mobile-web-app-capable)$/.test(name))
      throw new Exception(`The meta tag you specified is not allowed in this context: ${name}`);
    return this.#do(() => this.#meta.push({ name, content }));
  }
  getMetaTags(): GoogleAppsScript.HTML.HtmlOutputMetaTag[] {
    return this.#meta.map(({ name, content }) => ({ getName: () => name, getContent: () => content }));
  }
}

/** A page with scriptlets. Properties set on it are variables in it. */
export class HostHtmlTemplate {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }
  evaluate(): Output {
    // Scriptlets see the script's globals, and the properties of the template as variables.
    const render = new Function(`return ${compileTemplate(this.#html)}`)() as (vars: object) => string;
    return new HostHtmlOutput(render(this)) as never;
  }
  getCode(): string {
    return compileTemplate(this.#html);
  }
  getCodeWithComments(): string {
    return compileTemplate(this.#html);
  }
  getRawContent(): string {
    return this.#html;
  }
}
