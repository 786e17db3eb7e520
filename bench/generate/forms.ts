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
  const dealt = new Array<Form<V, C>>(values.length);
  const order = random.shuffled(values.map((_, index) => index));
  for (const form of forms.slice(1)) {
    let wanted = Math.max(1, Math.round(form.share * values.length));
    for (const index of order) {
      if (wanted === 0) break;
      if (dealt[index] || (form.fits && !form.fits(values[index]))) continue;
      dealt[index] = form;
      wanted -= 1;
    }
  }
  return values.map((_, index) => dealt[index] ?? forms[0]);
}

/** One field of one row: what stands in the cell, what it says, what was planted. */
export interface Entry<C> extends Written<C> {
  mess: string;
}

/** Writes each value in the form that is dealt to it. */
export function writeAll<V, C>(forms: readonly Form<V, C>[], values: readonly V[], random: Random): Entry<C>[] {
  return deal(forms, values, random).map((form, index) => ({
    ...form.write(values[index], random),
    mess: form.mess,
  }));
}
