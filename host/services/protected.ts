import type { Rect } from '../workbook/a1';
import type { Protection } from '../workbook/sheet';
import { ProtectionType } from './enums';
import { makeRange } from './make';
import { mayEdit } from './protection';
import { type Place, RangeBase } from './range-base';
import { call, Exception, port, sheetOf } from './realm';
import { HostUser } from './user';

type Gas = GoogleAppsScript.Spreadsheet.Protection;

const plainRect = ({ row, column, rows, columns }: Rect): Rect => ({ row, column, rows, columns });

function add(sheetId: number, method: string, rect: Rect | undefined): Gas {
  const id = call(method, 'write', () => {
    const sheet = sheetOf(sheetId);
    const existing = rect ? undefined : sheet.protections.find((entry) => !entry.rect);
    if (existing) return existing.id;
    const fresh: Protection = {
      id: String(port.book.newId()),
      rect,
      description: '',
      warningOnly: false,
      editors: null,
    };
    port.ops.updateSheet(sheet, { protections: [...sheet.protections, fresh] });
    return fresh.id;
  });
  return new HostProtection(sheetId, id) as never;
}

export const protectRange = (place: Place): Gas => add(place.sheetId, 'Range.protect', plainRect(place));
export const protectSheet = (sheetId: number): Gas => add(sheetId, 'Sheet.protect', undefined);

export function protectionsOf(sheetIds: readonly number[], type: unknown, method: string): Gas[] {
  const wholeSheet = String(type) === 'SHEET';
  return call(method, 'read', () =>
    sheetIds.flatMap((id) =>
      sheetOf(id)
        .protections.filter((entry) => !entry.rect === wholeSheet)
        .map((entry) => new HostProtection(id, entry.id) as never),
    ),
  );
}

/** A protected sheet or range. */
export class HostProtection {
  readonly #sheetId: number;
  readonly #id: string;

  constructor(sheetId: number, id: string) {
    this.#sheetId = sheetId;
    this.#id = id;
  }

  #state(): Protection {
    const found = sheetOf(this.#sheetId).protections.find((entry) => entry.id === this.#id);
    if (!found) throw new Exception('The protected range was removed.');
    return found;
  }
  #read<T>(method: string, read: (state: Protection) => T): T {
    return call(`Protection.${method}`, 'read', () => read(this.#state()));
  }
  #write(method: string, patch: (state: Protection) => Partial<Protection> | null): Gas {
    call(`Protection.${method}`, 'write', () => {
      const sheet = sheetOf(this.#sheetId);
      const state = this.#state();
      if (!mayEdit(state)) throw new Exception('You do not have permission to edit this protected range.');
      const change = patch(state);
      const others = sheet.protections.flatMap((entry) =>
        entry.id !== this.#id ? [entry] : change ? [{ ...entry, ...change }] : [],
      );
      port.ops.updateSheet(sheet, { protections: others });
    });
    return this as unknown as Gas;
  }
  #names(users: unknown): string[] {
    return (Array.isArray(users) ? users : [users]).map((user) =>
      typeof user === 'string' ? user : (user as { getEmail(): string }).getEmail(),
    );
  }
  /** The list behind "everyone who can edit the file". */
  #list(state: Protection): readonly string[] {
    return state.editors ?? [...new Set([port.book.owner, ...(port.book.editors ?? [port.run.effectiveUser])])];
  }

  getDescription(): string {
    return this.#read('getDescription', (state) => state.description);
  }
  setDescription(description: string): Gas {
    return this.#write('setDescription', () => ({ description: String(description) }));
  }
  isWarningOnly(): boolean {
    return this.#read('isWarningOnly', (state) => state.warningOnly);
  }
  setWarningOnly(warningOnly: boolean): Gas {
    return this.#write('setWarningOnly', () => (warningOnly ? { warningOnly, editors: null } : { warningOnly }));
  }
  canEdit(): boolean {
    return this.#read('canEdit', mayEdit);
  }
  getEditors(): GoogleAppsScript.Base.User[] {
    return this.#read('getEditors', (state) => this.#list(state).map((mail) => new HostUser(mail) as never));
  }
  addEditor(user: unknown): Gas {
    return this.addEditors(user);
  }
  addEditors(users: unknown): Gas {
    return this.#write('addEditors', (state) => ({
      editors: [...new Set([...this.#list(state), ...this.#names(users)])],
    }));
  }
  removeEditor(user: unknown): Gas {
    return this.removeEditors(user);
  }
  /** Neither the owner nor the account that runs the script can be removed. */
  removeEditors(users: unknown): Gas {
    const gone = this.#names(users);
    const stays = (mail: string): boolean =>
      mail === port.book.owner || mail === port.run.effectiveUser || !gone.includes(mail);
    return this.#write('removeEditors', (state) => ({ editors: this.#list(state).filter(stays) }));
  }
  canDomainEdit(): boolean {
    return this.#read('canDomainEdit', () => false);
  }
  setDomainEdit(_editable: boolean): Gas {
    return this.#write('setDomainEdit', () => ({}));
  }
  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return this.#read('getProtectionType', (state) => (state.rect ? ProtectionType.RANGE : ProtectionType.SHEET));
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    return this.#read('getRange', (state) => {
      const { maxRows, maxColumns } = sheetOf(this.#sheetId);
      return makeRange({
        sheetId: this.#sheetId,
        ...(state.rect ?? { row: 1, column: 1, rows: maxRows, columns: maxColumns }),
      });
    });
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): Gas {
    return this.#write('setRange', () => ({ rect: plainRect(RangeBase.placeOf(range)) }));
  }
  getUnprotectedRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#read('getUnprotectedRanges', (state) =>
      (state.unprotected ?? []).map((rect) => makeRange({ sheetId: this.#sheetId, ...rect })),
    );
  }
  setUnprotectedRanges(ranges: readonly GoogleAppsScript.Spreadsheet.Range[]): Gas {
    return this.#write('setUnprotectedRanges', () => ({
      unprotected: ranges.map((range) => plainRect(RangeBase.placeOf(range))),
    }));
  }
  getRangeName(): string | null {
    return this.#read('getRangeName', (state) => state.namedRange ?? null);
  }
  remove(): void {
    this.#write('remove', () => null);
  }
}
