import { useEffect, useRef, useState } from 'react';
import type { FrameView } from '../serve/protocol';
import type { Json } from '../types';
import { ask } from './client';
import { type FrameMessage, type PageMessage, SANDBOX } from './frame-messages';

interface FrameProps {
  frame: FrameView;
  onClose(): void;
}

/** The sidebar: 300 pixels, always. "Setting the width has no effect on sidebars" (HtmlOutput.setWidth). */
export function Panel({ frame, onClose }: FrameProps) {
  return (
    <aside className="panel" aria-label={frame.title}>
      <div className="panel-head">
        <h2>{frame.title}</h2>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      <FrameDocument frame={frame} onClose={onClose} />
    </aside>
  );
}

/** A modal or modeless dialog. */
export function Dialog({ frame, onClose }: FrameProps) {
  const [size, setSize] = useState({ width: frame.width ?? 450, height: frame.height ?? 300 });
  const box = (
    <div className="dialog" role="dialog" aria-label={frame.title} style={{ width: size.width }}>
      <div className="panel-head">
        <h2>{frame.title}</h2>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      <div style={{ height: size.height }}>
        <FrameDocument frame={frame} onClose={onClose} onSize={(change) => setSize((was) => ({ ...was, ...change }))} />
      </div>
    </div>
  );
  return frame.modal === false ? <div className="modeless">{box}</div> : <div className="veil">{box}</div>;
}

type Size = { width?: number; height?: number };

/** The script's document in Google's sandbox, on an origin of its own; it reaches the host by messages only. */
function FrameDocument({ frame, onClose, onSize }: FrameProps & { onSize?(size: Size): void }) {
  const element = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const { origin } = new URL(frame.url);
    const onMessage = ({ source, origin: from, data }: MessageEvent<FrameMessage>): void => {
      const target = element.current?.contentWindow;
      if (!target || source !== target || from !== origin) return;
      if (data.kind === 'close') onClose();
      else if (data.kind === 'focus') document.querySelector<HTMLElement>('.luckysheet-cell-input')?.focus();
      else if (data.kind === 'size')
        onSize?.({ ...(data.width && { width: data.width }), ...(data.height && { height: data.height }) });
      else if (data.kind === 'call') call(data).then((result) => target.postMessage(result, origin));
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame.url, onClose, onSize]);
  return <iframe ref={element} title={frame.title} src={frame.url} sandbox={SANDBOX} referrerPolicy="no-referrer" />;
}

async function call({ id, functionName, args }: Extract<FrameMessage, { kind: 'call' }>): Promise<PageMessage> {
  const reply = await ask({ kind: 'call', functionName, args: args as Json[] });
  if (reply.ok) return { kind: 'result', id, ok: true, value: reply.value };
  return { kind: 'result', id, ok: false, name: reply.error.name, error: reply.error.message };
}
