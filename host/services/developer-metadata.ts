import type { Metadata } from '../workbook/workbook';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './enums';
import { makeRange, makeSheet, makeSpreadsheet } from './make';
import type { Place } from './range-base';
import { call, EnumValue, Exception, enumName, port, sheetOf } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Visibility = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;

/** Where metadata hangs: the spreadsheet (no place), a sheet, a whole row or a whole column. */
type At = Place | { sheetId: number } | undefined;

function locate(at: At): Pick<Metadata, 'type' | 'sheetId' | 'at'> {
  if (!at) return { type: 'SPREADSHEET' };
  if (!('row' in at)) return { type: 'SHEET', sheetId: at.sheetId };
  const sheet = sheetOf(at.sheetId);
  if (at.rows === 1 && at.column === 1 && at.columns === sheet.maxColumns)
    return { type: 'ROW', sheetId: at.sheetId, at: at.row };
  if (at.columns === 1 && at.row === 1 && at.rows === sheet.maxRows)
    return { type: 'COLUMN', sheetId: at.sheetId, at: at.column };
  throw new Exception(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

/** Adds metadata. @throws Exception beyond 30,000 characters in the spreadsheet (Sheets API guide "Developer metadata", limits) */
export function addMetadata(
  at: At,
  owner: string,
  key: string,
  valueOrVisibility?: unknown,
  visibility?: unknown,
): void {
  const second = valueOrVisibility instanceof EnumValue;
  const value =
    second || valueOrVisibility === undefined || valueOrVisibility === null ? null : String(valueOrVisibility);
  const seen = enumName(second ? valueOrVisibility : visibility) || 'DOCUMENT';
  call(`${owner}.addDeveloperMetadata`, 'write', () => {
    const entry: Metadata = { id: port.book.newId(), key: String(key), value, visibility: seen, ...locate(at) };
    assertRoom([...port.book.metadata, entry]);
    port.ops.updateBook(port.book, { metadata: [...port.book.metadata, entry] });
  });
}

function assertRoom(all: readonly Metadata[]): void {
  const chars = all.reduce((sum, entry) => sum + entry.key.length + (entry.value?.length ?? 0), 0);
  if (chars > port.limits.metadataChars) throw new Exception('The developer metadata exceeds the storage limit.');
}

const matches = (entry: Metadata, place: ReturnType<typeof locate>): boolean =>
  entry.type === place.type && entry.sheetId === place.sheetId && entry.at === place.at;

export function metadataOf(at: At, owner: string): Gas[] {
  return call(`${owner}.getDeveloperMetadata`, 'read', () =>
    port.book.metadata
      .filter((entry) => matches(entry, locate(at)))
      .map((entry) => new HostDeveloperMetadata(entry.id) as never),
  );
}

/** One piece of metadata. */
export class HostDeveloperMetadata {
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }
  #state(): Metadata {
    const found = port.book.metadata.find((entry) => entry.id === this.#id);
    if (!found) throw new Exception('The developer metadata was removed.');
    return found;
  }
  #write(method: string, patch: Partial<Metadata> | null): Gas {
    call(`DeveloperMetadata.${method}`, 'write', () => {
      this.#state();
      const next = port.book.metadata.flatMap((entry) =>
        entry.id !== this.#id ? [entry] : patch ? [{ ...entry, ...patch }] : [],
      );
      assertRoom(next);
      port.ops.updateBook(port.book, { metadata: next });
    });
    return this as unknown as Gas;
  }
  getId(): number {
    return this.#id;
  }
  getKey(): string {
    return this.#state().key;
  }
  getValue(): string | null {
    return this.#state().value;
  }
  getVisibility(): Visibility {
    return (DeveloperMetadataVisibility as never)[this.#state().visibility];
  }
  getLocation(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation {
    return new HostDeveloperMetadataLocation(this.#state()) as never;
  }
  setKey(key: string): Gas {
    return this.#write('setKey', { key });
  }
  setValue(value: string): Gas {
    return this.#write('setValue', { value: String(value) });
  }
  setVisibility(visibility: Visibility): Gas {
    return this.#write('setVisibility', { visibility: enumName(visibility) });
  }
  remove(): void {
    this.#write('remove', null);
  }
}

/** Where metadata hangs now: it has followed its row or column. */
export class HostDeveloperMetadataLocation {
  readonly #entry: Metadata;

  constructor(entry: Metadata) {
    this.#entry = entry;
  }
  #line(type: string): GoogleAppsScript.Spreadsheet.Range | null {
    const { sheetId = 0, at = 1 } = this.#entry;
    if (this.#entry.type !== type) return null;
    const sheet = sheetOf(sheetId);
    return makeRange(
      type === 'ROW'
        ? { sheetId, row: at, column: 1, rows: 1, columns: sheet.maxColumns }
        : { sheetId, row: 1, column: at, rows: sheet.maxRows, columns: 1 },
    );
  }
  getLocationType(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType {
    return (DeveloperMetadataLocationType as never)[this.#entry.type];
  }
  getRow(): GoogleAppsScript.Spreadsheet.Range | null {
    return this.#line('ROW');
  }
  getColumn(): GoogleAppsScript.Spreadsheet.Range | null {
    return this.#line('COLUMN');
  }
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
    return this.#entry.type === 'SHEET' ? makeSheet(this.#entry.sheetId ?? 0) : null;
  }
  getSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
    return this.#entry.type === 'SPREADSHEET' ? makeSpreadsheet() : null;
  }
}

/** Looks for metadata by key, value, id, place and visibility. */
export class HostDeveloperMetadataFinder {
  readonly #at: At;
  #tests: ((entry: Metadata) => boolean)[] = [];
  #intersecting = false;

  constructor(at: At) {
    this.#at = at;
  }
  #where(test: (entry: Metadata) => boolean): Finder {
    this.#tests.push(test);
    return this as unknown as Finder;
  }
  withKey(key: string): Finder {
    return this.#where((entry) => entry.key === key);
  }
  withValue(value: string): Finder {
    return this.#where((entry) => entry.value === value);
  }
  withId(id: number): Finder {
    return this.#where((entry) => entry.id === id);
  }
  withVisibility(visibility: Visibility): Finder {
    return this.#where((entry) => entry.visibility === enumName(visibility));
  }
  withLocationType(type: GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType): Finder {
    return this.#where((entry) => entry.type === enumName(type));
  }
  onIntersectingLocations(): Finder {
    this.#intersecting = true;
    return this as unknown as Finder;
  }
  find(): Gas[] {
    const at = this.#at;
    const inside = (entry: Metadata): boolean => {
      if (!at) return true;
      if (entry.sheetId !== at.sheetId) return false;
      if (!('row' in at)) return true;
      if (entry.type === 'ROW') return (entry.at ?? 0) >= at.row && (entry.at ?? 0) < at.row + at.rows;
      if (entry.type === 'COLUMN') return (entry.at ?? 0) >= at.column && (entry.at ?? 0) < at.column + at.columns;
      return this.#intersecting;
    };
    return call('DeveloperMetadataFinder.find', 'read', () =>
      port.book.metadata
        .filter((entry) => inside(entry) && this.#tests.every((test) => test(entry)))
        .map((entry) => new HostDeveloperMetadata(entry.id) as never),
    );
  }
}
