import { type Host, restyle, toA1 } from '../index';
import type { Sheet } from '../workbook/sheet';
import type { StylePatch } from '../workbook/style';
import type { Act, CellStyle } from './protocol';
import { sheetOf } from './view';

type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>;

/**
 * Does a person's act, with the triggers that Google fires for it.
 * @throws Error with the sentence that Sheets would show
 */
export function perform(host: Host, act: Act): void {
  if (act.kind === 'undo') undo(host);
  else if (act.kind === 'addSheet') host.person.addSheet(freeName(host));
  else {
    const sheet = sheetOf(host.book, act.sheet);
    const doing = ON_SHEET[act.kind] as (place: Place, act: Act) => void;
    doing({ host, sheet, name: sheet.name, person: host.person }, act);
  }
}

function undo({ person }: Host): void {
  if (!person.undo()) throw new Error('There is nothing to take back, or the sheet has been written to since.');
}

interface Place {
  host: Host;
  person: Host['person'];
  sheet: Sheet;
  name: string;
}

type SheetAct = Exclude<Act, ActOf<'undo' | 'addSheet'>>;

const ON_SHEET: { [K in SheetAct['kind']]: (place: Place, act: ActOf<K>) => void } = {
  type: ({ person, sheet, name }, { row, column, text }) => {
    refuseInvalid(sheet, row, column, text);
    person.type(name, row + 1, column + 1, text);
  },
  paste: ({ person, name }, { row, column, block }) => person.paste(name, row + 1, column + 1, block),
  clear: ({ person, name }, act) => person.clear(name, addressOf(act)),
  sort: ({ person, name }, { column, ascending }) => person.sort(name, column + 1, ascending),
  insert: ({ person, name }, { of, at, count }) =>
    of === 'rows' ? person.insertRows(name, at + 1, count) : person.insertColumns(name, at + 1, count),
  delete: ({ person, name }, { of, at, count }) =>
    of === 'rows' ? person.deleteRows(name, at + 1, count) : person.deleteColumns(name, at + 1, count),
  hide: ({ person, name }, { of, at, count, hidden }) =>
    of === 'rows' ? person.hideRows(name, at + 1, count, hidden) : person.hideColumns(name, at + 1, count, hidden),
  note: ({ person, name }, act) => person.setNote(name, addressOf({ ...act, rows: 1, columns: 1 }), act.text),
  freeze: ({ person, name }, { rows, columns }) => person.freeze(name, rows, columns),
  rename: ({ person, name }, act) => person.renameSheet(name, act.name),
  deleteSheet: ({ person, name }) => person.deleteSheet(name),
  width: ({ person, sheet }, act) => person.act(() => widen(sheet, act)),
  format: ({ person, host, sheet }, act) => person.act(() => dress(host, sheet, act)),
  select: ({ host, sheet }, act) => select(host, sheet, act),
};

const addressOf = (at: { row: number; column: number; rows: number; columns: number }): string =>
  toA1({ ...at, row: at.row + 1, column: at.column + 1 });

/** What a strict drop-down refuses, Sheets refuses in these words. */
function refuseInvalid(sheet: Sheet, row: number, column: number, text: string): void {
  const rule = sheet.rule(row + 1, column + 1);
  if (!rule || rule.allowInvalid || rule.type !== 'VALUE_IN_LIST' || text === '') return;
  const options = Array.isArray(rule.args[0]) ? rule.args[0] : [];
  if (options.includes(text)) return;
  const cell = addressOf({ row, column, rows: 1, columns: 1 });
  const hint = rule.help ?? `Please enter one of: ${options.join(', ')}`;
  throw new Error(`The data you entered in cell ${cell} violates the data validation rules set on this cell. ${hint}`);
}

/** The width of a column is no change that a trigger hears of. */
function widen(sheet: Sheet, { column, pixels }: ActOf<'width'>): void {
  sheet.setColumn(column + 1, { width: pixels });
}

function dress(host: Host, sheet: Sheet, { row, column, rows, columns, style }: ActOf<'format'>): void {
  sheet.fill('styles', { row: row + 1, column: column + 1, rows, columns }, (r, c) =>
    restyle(sheet.style(r, c), patchOf(style)),
  );
  sheet.changed('format', { row: row + 1, column: column + 1, rows, columns });
  host.changed('FORMAT');
}

function patchOf(style: CellStyle): StylePatch {
  return {
    background: style.background,
    color: style.color,
    weight: style.bold ? 'bold' : undefined,
    slant: style.italic ? 'italic' : undefined,
    line: style.strike ? 'line-through' : style.underline ? 'underline' : undefined,
    wrap: style.wrap ? 'WRAP' : undefined,
    size: style.fontSize,
    horizontal: style.align,
  };
}

/** Where the person stands: no change of the workbook, so nothing is told to the page about it. */
function select({ book }: Host, sheet: Sheet, { row, column, rows, columns }: ActOf<'select'>): void {
  const rect = { row: row + 1, column: column + 1, rows, columns };
  book.view = { active: sheet.id, selection: { ...book.view.selection, [sheet.id]: [rect] } };
}

function freeName({ book }: Host): string {
  for (let number = book.sheets.length + 1; ; number += 1) {
    if (!book.sheetByName(`Sheet${number}`)) return `Sheet${number}`;
  }
}
