import { el } from '../dom';
import { fold } from '../find';

/** A text with what was searched for marked: letters without regard to case and accents, phones by their digits. */
export function highlight(text: string, className: string, wanted: string): HTMLElement {
  const shown = text.slice(0, 200);
  const [from, to] = place(shown, wanted);
  if (from < 0) return el('bdi', className, shown);
  return el('bdi', className, shown.slice(0, from), el('mark', '', shown.slice(from, to)), shown.slice(to));
}

/** Where it stands, from and to; −1 when it does not. */
export function place(text: string, wanted: string): [number, number] {
  const chars = [...text];
  const isNumber = /^[\d\s()+./-]+$/.test(wanted);
  const keep = (char: string) => (isNumber ? char.replace(/\D/g, '') : fold(char));
  const needle = isNumber ? wanted.replace(/\D/g, '').replace(/^0+/, '') : fold(wanted.trim());
  if (needle === '') return [-1, -1];
  let folded = '';
  /** Of each letter that is compared: where its character begins and ends. */
  const origin: [number, number][] = [];
  let at = 0;
  for (const char of chars) {
    for (const letter of keep(char)) {
      folded += letter;
      origin.push([at, at + char.length]);
    }
    at += char.length;
  }
  const found = folded.indexOf(needle);
  if (found < 0) return [-1, -1];
  return [origin[found][0], origin[found + needle.length - 1][1]];
}
