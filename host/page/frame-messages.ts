/** What a frame (panel or dialog) and the page it stands in say to each other by `postMessage`. */
export type FrameMessage =
  | { kind: 'call'; id: number; functionName: string; args: unknown[] }
  | { kind: 'close' }
  | { kind: 'focus' }
  | { kind: 'size'; width?: number; height?: number };

export type PageMessage =
  | { kind: 'result'; id: number; ok: true; value: unknown }
  | { kind: 'result'; id: number; ok: false; name: string; error: string };

/** Google's own sandbox of a sidebar or dialog. https://developers.google.com/apps-script/guides/html/restrictions */
export const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
