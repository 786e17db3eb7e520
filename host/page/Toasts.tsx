import { useEffect } from 'react';
import type { Toast } from './use-book';

/**
 * Messages in the lower right corner, as `Spreadsheet.toast` shows them.
 * @param onGone the same function at every drawing: another one starts the toast's time anew
 */
export function Toasts({ list, onGone }: { list: Toast[]; onGone(id: number): void }) {
  return (
    <div className="toasts" role="status">
      {list.map((toast) => (
        <ToastBox key={toast.id} toast={toast} onGone={onGone} />
      ))}
    </div>
  );
}

function ToastBox({ toast, onGone }: { toast: Toast; onGone(id: number): void }) {
  const { id, seconds } = toast;
  useEffect(() => {
    if (seconds < 0) return undefined;
    const timer = setTimeout(() => onGone(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [id, seconds, onGone]);
  return (
    <div className="toast">
      <div>
        {toast.title && <b>{toast.title}</b>}
        <span>{toast.message}</span>
      </div>
      <button type="button" className="close" aria-label="Close" onClick={() => onGone(id)}>
        ×
      </button>
    </div>
  );
}
