import type { FindOptions } from '../workbook/find';
import { makeRange } from './make';
import type { Place } from './range-base';
import { call, Exception, port, sheetOf } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.TextFinder;
type Found = Place;

/** Finds and replaces text in what cells show, or in their formulas. */
export class HostTextFinder {
  readonly #places: Place[];
  #options: FindOptions;
  #found: Found[] | null = null;
  #at = -1;

  constructor(places: Place[], text: string) {
    this.#places = places;
    this.#options = { text: String(text), matchCase: false, entireCell: false, formulas: false, regex: false };
  }

  #option(patch: Partial<FindOptions>): Gas {
    this.#options = { ...this.#options, ...patch };
    this.#found = null;
    return this as unknown as Gas;
  }

  #search(method: string): Found[] {
    const cells = this.#places.reduce((sum, place) => sum + place.rows * place.columns, 0);
    return call(
      `TextFinder.${method}`,
      'read',
      () => {
        if (this.#options.text === '') throw new Exception('Find text must not be empty.');
        return this.#places.flatMap((place) =>
          Array.from(port.ops.findCells(sheetOf(place.sheetId), place, this.#options), ({ row, column }) => ({
            sheetId: place.sheetId,
            row,
            column,
            rows: 1,
            columns: 1,
          })),
        );
      },
      Math.min(cells, this.#content()),
    );
  }

  /** A search reads what there is, not the blank rest of the sheets. */
  #content(): number {
    return this.#places.reduce(
      (sum, { sheetId }) => sum + sheetOf(sheetId).lastRow() * sheetOf(sheetId).lastColumn(),
      0,
    );
  }

  findAll(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#search('findAll').map(makeRange);
  }

  findNext(): GoogleAppsScript.Spreadsheet.Range | null {
    return this.#step('findNext', 1);
  }

  findPrevious(): GoogleAppsScript.Spreadsheet.Range | null {
    return this.#step('findPrevious', -1);
  }

  #step(method: string, by: number): GoogleAppsScript.Spreadsheet.Range | null {
    this.#found = this.#search(method);
    const start = this.#at < 0 && by < 0 ? this.#found.length : this.#at;
    this.#at = start + by;
    const hit = this.#found[this.#at];
    return hit ? makeRange(hit) : null;
  }

  getCurrentMatch(): GoogleAppsScript.Spreadsheet.Range | null {
    const hit = this.#found?.[this.#at];
    return hit ? makeRange(hit) : null;
  }

  startFrom(range: GoogleAppsScript.Spreadsheet.Range): Gas {
    const [row, column] = [range.getRow(), range.getColumn()];
    const hits = this.#search('startFrom');
    this.#at = hits.findIndex((hit) => hit.row > row || (hit.row === row && hit.column > column)) - 1;
    return this as unknown as Gas;
  }

  replaceAllWith(replaceText: string): number {
    const hits = this.#search('replaceAllWith');
    const replaced = hits.reduce((sum, hit) => sum + this.#replace(hit, replaceText), 0);
    if (hits.length) call('TextFinder.replaceAllWith', 'write', () => undefined, 0, hits.length);
    return replaced;
  }

  replaceWith(replaceText: string): number {
    const hit = this.#found?.[this.#at];
    if (!hit) return 0;
    return call('TextFinder.replaceWith', 'write', () => this.#replace(hit, replaceText), 0, 1);
  }

  #replace(hit: Found, by: string): number {
    const { text, matchCase, entireCell, formulas, regex } = this.#options;
    const sheet = sheetOf(hit.sheetId);
    const before =
      (formulas && sheet.part('formulas', hit.row, hit.column)) || port.ops.display(sheet, hit.row, hit.column);
    const source = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(entireCell ? `^(?:${source})$` : source, matchCase ? 'g' : 'gi');
    const count = (before.match(pattern) ?? []).length;
    const after = regex ? before.replace(pattern, by) : before.replace(pattern, () => by);
    port.ops.writeValues(sheet, hit, [[after]], port.now());
    return count;
  }

  matchCase(matchCase: boolean): Gas {
    return this.#option({ matchCase });
  }
  matchEntireCell(entireCell: boolean): Gas {
    return this.#option({ entireCell });
  }
  matchFormulaText(formulas: boolean): Gas {
    return this.#option({ formulas });
  }
  useRegularExpression(regex: boolean): Gas {
    return this.#option({ regex });
  }
  ignoreDiacritics(_ignore: boolean): Gas {
    if (_ignore) throw new Exception('TextFinder.ignoreDiacritics exists at Google; this host does not do it yet');
    return this as unknown as Gas;
  }
}
