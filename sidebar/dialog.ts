import { button, el, set } from './dom';
import { t } from './texts';

const FOCUSABLE = 'button:not(:disabled), input, select, textarea, a[href]';

let close: (() => void) | null = null;

export const isDialogOpen = (): boolean => close !== null;

export function closeDialog(): void {
  close?.();
}

/**
 * A question at the foot of the panel. It keeps the focus until it is answered or left by Esc, and gives it back. Keys
 * that are no text are offered to `onKey` first.
 */
export function openDialog(title: string, content: HTMLElement, onKey: (key: string) => boolean = () => false): void {
  close?.();
  const before = document.activeElement;
  const place = before instanceof HTMLElement ? before.dataset.focus : undefined;
  const heading = set(el('h2', '', title), { id: 'dialog-title' });
  const box = el(
    'div',
    'dialog',
    el(
      'div',
      'row',
      heading,
      set(
        button('plain icon', '×', () => close?.()),
        { 'aria-label': t('close') },
      ),
    ),
    content,
  );
  const veil = el('div', 'veil', set(box, { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'dialog-title' }));
  const rest = [...document.querySelectorAll<HTMLElement>('header, main')];
  close = () => {
    close = null;
    veil.remove();
    for (const element of rest) element.inert = false;
    const again =
      place && [...document.querySelectorAll<HTMLElement>('[data-focus]')].find((one) => one.dataset.focus === place);
    (again || (before instanceof HTMLElement && before.isConnected ? before : null))?.focus();
  };
  veil.addEventListener('click', ({ target }) => target === veil && close?.());
  veil.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close?.();
    else if (event.key === 'Tab') keepInside(box, event);
    else if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
    event.preventDefault();
  });
  for (const element of rest) element.inert = true;
  document.body.append(veil);
  (box.querySelector<HTMLElement>('[data-first]') ?? content.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}

function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = (at + (event.shiftKey ? -1 : 1) + all.length) % all.length;
  all[next]?.focus();
}
