import type { Envelope, PanelStart } from './surface';

/** Where the panel is drawn; what it begins with stands right behind it. */
const PLACE = '<div id="app"></div>';

/**
 * The page of the panel with the answer to its first call in it: the list is there as soon as the page is, and not a second
 * later. Cell text can't end the element it stands in.
 */
export function pageWith(html: string, start: Envelope<PanelStart>): string {
  const json = JSON.stringify(start).replace(/</g, '\\u003c');
  return html.replace(PLACE, () => `${PLACE}\n<script id="start" type="application/json">${json}</script>`);
}
