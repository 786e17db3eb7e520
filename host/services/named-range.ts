import type { NamedRange } from '../workbook/workbook';
import { makeRange } from './make';
import { RangeBase } from './range-base';
import { call, Exception, port } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.NamedRange;

export function listNamedRanges(method: string, sheetId?: number): Gas[] {
  return call(method, 'read', () =>
    port.book.named
      .filter((entry) => sheetId === undefined || entry.sheetId === sheetId)
      .map((entry) => new HostNamedRange(entry.name) as never),
  );
}

/** Sets or replaces a name. @throws Exception for what can't be a name */
export function setNamedRange(name: string, range: unknown, method: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name) || /^(true|false)$/i.test(name))
    throw new Exception('The name is not valid for a range.');
  const { sheetId, row, column, rows, columns } = RangeBase.placeOf(range);
  call(method, 'write', () => {
    const others = port.book.named.filter((entry) => entry.name.toLowerCase() !== name.toLowerCase());
    port.ops.updateBook(port.book, { named: [...others, { name, sheetId, rect: { row, column, rows, columns } }] });
  });
}

export function removeNamedRange(name: string, method: string): void {
  call(method, 'write', () => {
    if (!port.book.named.some((entry) => entry.name === name))
      throw new Exception(`The named range ${name} does not exist.`);
    port.ops.updateBook(port.book, { named: port.book.named.filter((entry) => entry.name !== name) });
  });
}

/** A name for a block of cells. */
export class HostNamedRange {
  #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  #state(): NamedRange {
    const found = port.book.named.find((entry) => entry.name === this.#name);
    if (!found) throw new Exception(`The named range ${this.#name} does not exist.`);
    return found;
  }
  getName(): string {
    return this.#name;
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    return call('NamedRange.getRange', 'read', () =>
      makeRange({ sheetId: this.#state().sheetId, ...this.#state().rect }),
    );
  }
  setName(name: string): Gas {
    const { sheetId, rect } = this.#state();
    removeNamedRange(this.#name, 'NamedRange.setName');
    setNamedRange(name, makeRange({ sheetId, ...rect }), 'NamedRange.setName');
    this.#name = name;
    return this as unknown as Gas;
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): Gas {
    setNamedRange(this.#name, range, 'NamedRange.setRange');
    return this as unknown as Gas;
  }
  remove(): void {
    removeNamedRange(this.#name, 'NamedRange.remove');
  }
}
