import { makeRange } from './make';
import type { HostRange } from './range';
import { type Place, select } from './range-base';
import { handle } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.RangeList;
type Act = (range: GoogleAppsScript.Spreadsheet.Range) => unknown;

/** Several ranges of one sheet, changed together. Each range counts as one call. */
export class HostRangeList {
  readonly #places: Place[];

  constructor(places: Place[]) {
    handle();
    this.#places = places;
  }
  #each(act: Act): Gas {
    for (const place of this.#places) act(makeRange(place));
    return this as unknown as Gas;
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#places.map(makeRange);
  }
  activate(): Gas {
    if (this.#places[0]) select(this.#places[0]);
    return this as unknown as Gas;
  }
  breakApart(): Gas {
    return this.#each((range) => range.breakApart());
  }
  check(): Gas {
    return this.#each((range) => range.check());
  }
  uncheck(): Gas {
    return this.#each((range) => range.uncheck());
  }
  clear(options?: Parameters<HostRange['clear']>[0]): Gas {
    return this.#each((range) => (options ? range.clear(options) : range.clear()));
  }
  clearContent(): Gas {
    return this.#each((range) => range.clearContent());
  }
  clearDataValidations(): Gas {
    return this.#each((range) => range.clearDataValidations());
  }
  clearFormat(): Gas {
    return this.#each((range) => range.clearFormat());
  }
  clearNote(): Gas {
    return this.#each((range) => range.clearNote());
  }
  insertCheckboxes(): Gas {
    return this.#each((range) => range.insertCheckboxes());
  }
  removeCheckboxes(): Gas {
    return this.#each((range) => range.removeCheckboxes());
  }
  setBackground(color: string | null): Gas {
    return this.#each((range) => range.setBackground(color));
  }
  setFontColor(color: string | null): Gas {
    return this.#each((range) => range.setFontColor(color));
  }
  setFontFamily(family: string | null): Gas {
    return this.#each((range) => range.setFontFamily(family));
  }
  setFontLine(line: 'underline' | 'line-through' | 'none' | null): Gas {
    return this.#each((range) => range.setFontLine(line));
  }
  setFontSize(size: number): Gas {
    return this.#each((range) => range.setFontSize(size));
  }
  setFontStyle(style: 'italic' | 'normal' | null): Gas {
    return this.#each((range) => range.setFontStyle(style));
  }
  setFontWeight(weight: 'bold' | 'normal' | null): Gas {
    return this.#each((range) => range.setFontWeight(weight));
  }
  setFormula(formula: string): Gas {
    return this.#each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): Gas {
    return this.#each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): Gas {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): Gas {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }
  setNote(note: string | null): Gas {
    return this.#each((range) => range.setNote(note as string));
  }
  setNumberFormat(format: string): Gas {
    return this.#each((range) => range.setNumberFormat(format));
  }
  setValue(value: unknown): Gas {
    return this.#each((range) => range.setValue(value));
  }
  setWrap(wrap: boolean): Gas {
    return this.#each((range) => range.setWrap(wrap));
  }
  setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): Gas {
    return this.#each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): Gas {
    return this.#each((range) => range.trimWhitespace());
  }
}
