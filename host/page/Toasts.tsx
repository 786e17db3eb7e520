import { useEffect } from 'react';
import type { Toast } from './use-book';

/** Messages in the lower right corner, as `Spreadsheet.toast` shows them. */
export function Toasts({ list, onGone }: { list: Toast[]; onGone(id: number): void }) {
  return (
    <div className="toasts" role="status">
      {list.map((toast) => (
        <ToastBox key={toast.id} toast={toast} onGone={() => onGone(toast.id)} />
      ))}
    </div>
  );
}

function ToastBox({ toast, onGone }: { toast: Toast; onGone(): void }) {
  useEffect(() => {
    if (toast.seconds < 0) return undefined;
    const timer = setTimeout(onGone, toast.seconds * 1000);
    return () => clearTimeout(timer);
  });
  return (
    <div className="toast">
      <div>
        {toast.title && <b>{toast.title}</b>}
        <span>{toast.message}</span>
      </div>
      <button type="button" className="close" aria-label="Close" onClick={onGone}>
        ×
      </button>
    </div>
  );
}
