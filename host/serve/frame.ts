/**
 * The document of a panel or dialog: the script's own HTML with `google.script` in front of everything. The page it
 * stands in is named, so that the bridge talks to it and to no other.
 */
export function frameDocument(
  { html, functions }: { html: string; functions: string[] },
  bridge: string,
  pageOrigin: string,
): string {
  const setup = `<script>window.__host=${json({ pageOrigin, functions })};</script><script>${bridge.replace(/<\/script/gi, () => '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return setup + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + setup + html.slice(at);
}

const json = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
