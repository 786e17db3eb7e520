import type { Random } from './random';
import type { TypedCell } from './types';

/** A field as it was written, and what a perfect reader gets out of it. */
export interface Written<C> {
  cell: TypedCell;
  clean: C;
}

/** One way in which people write a field. */
export interface Form<V, C> {
  /** Word for the truth, `phone-lost-zero`; `''`: as it should be. */
  mess: string;
  /** Share of the rows that are written so, 0 to 1; at least one row is, if any fits. */
  share: number;
  /** Whether a value can be written so; left out: any can. */
  fits?(value: V): boolean;
  write(value: V, random: Random): Written<C>;
}

/**
 * Deals the forms out to the values, so that each form gets its share exactly and no kind of mess is missing by bad luck;
 * what is left over gets the first form, which must fit everything.
 */
export function deal<V, C>(forms: readonly Form<V, C>[], values: readonly V[], random: Random): Form<V, C>[] {
  const dealt = new Array<Form<V, C>>(values.length).fill(forms[0]);
  const left = random.shuffled(values.map((_, index) => index));
  let start = 0;
  for (const form of forms.slice(1)) {
    let wanted = Math.max(1, Math.round(form.share * values.length));
    const refused: number[] = [];
    let next = start;
    for (; next < left.length && wanted > 0; next++) {
      const index = left[next];
      if (form.fits && !form.fits(values[index])) refused.push(index);
      else {
        dealt[index] = form;
        wanted -= 1;
      }
    }
    // Those that it does not fit stay in the game, in place of those that are dealt.
    start = next - refused.length;
    for (let i = 0; i < refused.length; i++) left[start + i] = refused[i];
  }
  return dealt;
}

/** One field of one row: what stands in the cell, what it says, what was planted. */
export interface Entry<C> extends Written<C> {
  mess: string;
}

/** Writes each value in the form that is dealt to it. */
export function writeAll<V, C>(forms: readonly Form<V, C>[], values: readonly V[], random: Random): Entry<C>[] {
  return deal(forms, values, random).map((form, index) => {
    // The object is new, and there are a million of them in a long sheet: it is filled up, not copied.
    const entry = form.write(values[index], random) as Entry<C>;
    entry.mess = form.mess;
    return entry;
  });
}

/** The words for what is planted in some fields. */
export function messOf(entries: readonly Entry<unknown>[]): string[] {
  const mess: string[] = [];
  for (const entry of entries) if (entry.mess) mess.push(entry.mess);
  return mess;
}
