import { HostError } from '../error';
import type { Rect } from './a1';
import { type Locale, localeOf } from './locale';
import type { Row } from './row';
import { type ChangeKind, Sheet, type SheetFields } from './sheet';

export interface Change {
  revision: number;
  sheet: string;
  sheetId: number;
  kind: ChangeKind;
  range?: Rect;
}

export interface NamedRange {
  readonly name: string;
  readonly sheetId: number;
  readonly rect: Rect;
}

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: string;
  /** `SPREADSHEET`, `SHEET`, `ROW`, `COLUMN`. */
  readonly type: string;
  readonly sheetId?: number;
  /** Row or column number. */
  readonly at?: number;
}

interface SheetShot extends SheetFields {
  id: number;
  rows: (Row | undefined)[];
}

/** A frozen state of a workbook; shares the rows that did not change since. */
export interface Snapshot {
  fields: BookFields;
  sheets: SheetShot[];
}

interface BookFields {
  id: string;
  name: string;
  timeZone: string;
  localeName: string;
  owner: string;
  editors: readonly string[] | null;
  named: readonly NamedRange[];
  metadata: readonly Metadata[];
  nextId: number;
  view: View;
}

/** Which sheet is in front and what is selected on each. */
export interface View {
  readonly active: number;
  readonly selection: Readonly<Record<number, readonly Rect[]>>;
}

/** Google: 10 million cells in a spreadsheet. */
export const MAX_CELLS = 10_000_000;

let lastStamp = 0;

/** The store: sheets of plain cells. It owns the data; services and people change it through their own rules. */
export class Workbook {
  sheets: Sheet[] = [];
  stamp = ++lastStamp;
  revision = 0;
  named: readonly NamedRange[] = [];
  metadata: readonly Metadata[] = [];
  owner = '';
  /** Who may edit the file beside the owner; null: everyone who opens it. */
  editors: readonly string[] | null = null;
  id = 'local-workbook';
  view: View = { active: 0, selection: {} };
  private nextId = 1;
  private readonly listeners = new Set<(change: Change) => void>();
  private localeCache: Locale;

  constructor(
    public name = 'Untitled spreadsheet',
    public timeZone = 'Etc/GMT',
    private localeName = 'en_US',
  ) {
    this.localeCache = localeOf(localeName);
  }

  /** A new spreadsheet as Google makes it: one sheet `Sheet1` of 1000 × 26 cells, unless `sheet` says otherwise. */
  static empty(options: { timeZone?: string; locale?: string; name?: string; sheet?: string | null } = {}): Workbook {
    const book = new Workbook(options.name, options.timeZone, options.locale);
    if (options.sheet !== null) book.addSheet(options.sheet ?? 'Sheet1');
    return book;
  }

  get locale(): Locale {
    return this.localeCache;
  }

  setLocale(name: string): void {
    this.localeName = name;
    this.localeCache = localeOf(name);
  }

  getLocaleName(): string {
    return this.localeName;
  }

  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(change: Omit<Change, 'revision'>): void {
    this.revision++;
    for (const listener of this.listeners) listener({ ...change, revision: this.revision });
  }

  /** The sheet of that name; null where there is none. Case counts, as in getSheetByName. */
  sheetByName(name: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  sheetById(id: number): Sheet | null {
    return this.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** @throws HostError where there is no such sheet */
  sheet(name: string): Sheet {
    const found = this.sheetByName(name);
    if (!found) throw new HostError('no-sheet', `There is no sheet "${name}" in this workbook.`);
    return found;
  }

  /** A number that was not used before in this workbook. */
  newId(): number {
    return this.nextId++;
  }

  addSheet(name: string, index = this.sheets.length, size?: { rows: number; columns: number }): Sheet {
    this.assertNameFree(name);
    const rows = size?.rows ?? 1000;
    const columns = size?.columns ?? 26;
    this.assertRoom(rows * columns);
    // The first sheet of a Google spreadsheet has the id 0, later ones large numbers.
    const id = this.sheets.length === 0 && !this.sheetById(0) ? 0 : 1_000_000 + this.newId() * 7919;
    const sheet = new Sheet(this, id, name);
    sheet.maxRows = rows;
    sheet.maxColumns = columns;
    this.sheets.splice(index, 0, sheet);
    if (this.sheets.length === 1) this.view = { ...this.view, active: id };
    sheet.changed('sheets');
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    if (this.sheets.length === 1) throw new HostError('last-sheet', "You can't remove all the sheets in a document.");
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    this.named = this.named.filter((range) => range.sheetId !== sheet.id);
    this.metadata = this.metadata.filter((entry) => entry.sheetId !== sheet.id);
    if (this.view.active === sheet.id)
      this.view = { ...this.view, active: this.sheets[Math.min(index, this.sheets.length - 1)].id };
    sheet.changed('sheets');
  }

  moveSheet(sheet: Sheet, index: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(index, 0, sheet);
    sheet.changed('sheets');
  }

  renameSheet(sheet: Sheet, name: string): void {
    if (name === sheet.name) return;
    this.assertNameFree(name, sheet);
    sheet.name = name;
    sheet.changed('sheets');
  }

  private assertNameFree(name: string, except?: Sheet): void {
    const clash = this.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
    if (clash)
      throw new HostError('sheet-exists', `A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  cellCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  }

  /** @throws HostError where `more` cells would pass the 10 million of a spreadsheet */
  assertRoom(more: number): void {
    if (more > 0 && this.cellCount() + more > MAX_CELLS)
      throw new HostError(
        'too-many-cells',
        `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
      );
  }

  /** The state now, at the price of one array per sheet: rows are shared and copied when either side writes. */
  snapshot(): Snapshot {
    const { id, name, timeZone, localeName, owner, editors, named, metadata, nextId, view } = this;
    const shot: Snapshot = {
      fields: { id, name, timeZone, localeName, owner, editors, named, metadata, nextId, view },
      sheets: this.sheets.map((sheet) => ({ ...sheetFields(sheet), id: sheet.id, rows: sheet.rows.slice() })),
    };
    this.stamp = ++lastStamp;
    return shot;
  }

  /** Goes back to a snapshot. Sheets that exist in both stay the same objects. */
  restore(shot: Snapshot): void {
    const { localeName, nextId, ...fields } = shot.fields;
    Object.assign(this, fields);
    this.setLocale(localeName);
    this.nextId = nextId;
    this.sheets = shot.sheets.map(({ id, rows, ...rest }) => {
      const sheet = this.sheetById(id) ?? new Sheet(this, id, rest.name);
      return Object.assign(sheet, rest, { rows: rows.slice() });
    });
    this.stamp = ++lastStamp;
    for (const sheet of this.sheets) sheet.changed('sheets');
  }

  /** A workbook of its own with the same content. */
  clone(): Workbook {
    const copy = new Workbook(this.name, this.timeZone, this.localeName);
    copy.restore(this.snapshot());
    copy.revision = 0;
    return copy;
  }
}

/** What a sheet is beside its rows; what is inside is shared. */
export function sheetFields(sheet: Sheet): SheetFields {
  const { name, maxRows, maxColumns, columns, frozenRows, frozenColumns, hidden, tabColor, gridlinesHidden } = sheet;
  const { rightToLeft, merges, filter, protections, conditional, bandings } = sheet;
  return {
    name,
    maxRows,
    maxColumns,
    columns,
    frozenRows,
    frozenColumns,
    hidden,
    tabColor,
    gridlinesHidden,
    rightToLeft,
    merges,
    filter,
    protections,
    conditional,
    bandings,
  };
}
