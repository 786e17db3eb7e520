type Child = Node | string | null | false;

/** An element with its class and children. Text goes in as text, so that nothing from a cell can become markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

export function set<E extends HTMLElement>(element: E, attributes: Record<string, string | boolean>): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(name, value);
    else if (value) element.setAttribute(name, '');
  }
  return element;
}

export function button(className: string, label: Child, onClick: () => void, key = ''): HTMLButtonElement {
  const element = el(
    'button',
    className,
    typeof label === 'string' ? el('bdi', '', label) : label,
    key !== '' && kbd(key),
  );
  element.type = 'button';
  if (key !== '') element.setAttribute('aria-keyshortcuts', key);
  element.addEventListener('click', onClick);
  return element;
}

/** A key as a sign beside a label; readers hear it by `aria-keyshortcuts`. */
export function kbd(key: string): HTMLElement {
  return set(el('kbd', '', key), { 'aria-hidden': 'true' });
}

/** Letters of a cell that are shown in one place; a cell may hold 50,000. */
const SHOWN = 2000;

/** Text of a cell: cut to what can be shown, and unable to turn what stands around it (`bdi`). */
export function cell(text: string, className = '', most = SHOWN): HTMLElement {
  return el('bdi', className, text.length > most ? `${text.slice(0, most)}…` : text);
}

/** Lets an address that is too long for its line be broken behind its sign. */
export function breakAtSign<E extends HTMLElement>(element: E): E {
  const text = (element.querySelector('bdi') ?? element).firstChild;
  const at = text?.textContent?.indexOf('@') ?? -1;
  if (text instanceof Text && at >= 0) text.splitText(at + 1).before(document.createElement('wbr'));
  return element;
}

const SAFE_LINK = /^(https?:\/\/|tel:\+?[\d*#]+$|mailto:[^\s?&]+@[^\s?&]+$)/i;

/** A link, where its address is http(s), tel or mailto; else its label alone. */
export function link(address: string, label: string, className = 'link'): HTMLElement {
  if (!SAFE_LINK.test(address)) return cell(label);
  const anchor = el('a', className, cell(label, '', 200));
  return set(anchor, { href: address, target: '_blank', rel: 'noopener noreferrer' });
}

export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+*#]/g, '')}`;
export const mailbox = (email: string): string => `mailto:${email.trim()}`;

/** A field with its label. */
export function labelled<E extends HTMLElement>(label: string, field: E): HTMLLabelElement {
  return el('label', 'field', el('span', '', label), field);
}

export function select(
  options: readonly (readonly [value: string, label: string])[],
  value: string,
): HTMLSelectElement {
  const element = el('select', '');
  const known = options.some(([one]) => one === value) ? options : [[value, value] as const, ...options];
  for (const [one, label] of known) element.append(new Option(label.slice(0, 120), one, false, one === value));
  element.value = value;
  return element;
}

export function input(type: string, value = ''): HTMLInputElement {
  const element = el('input', '');
  element.type = type;
  element.value = value;
  return element;
}

/** Whether keys typed here are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('textarea, select, input:not([type=checkbox])');
}
