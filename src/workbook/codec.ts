import { type Cell, isDate } from '../types';
import { blankOf, type CellValue, type Column, type ColumnType, type Link } from './table';
import type { Zone } from './zone';

/** Number formats by column type, where the declaration has none. */
const FORMATS: Partial<Record<ColumnType, string>> = {
  money: '#,##0.00',
  instant: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
};

export function formatOf(column: Column): string {
  return column.format ?? FORMATS[column.type] ?? '';
}

/** Letters that one cell can hold at Google. */
export const CELL_LETTERS = 50_000;

/**
 * Text as it must be written so that Sheets keeps it as text: whatever it could take for a formula, number, date or truth
 * value gets an apostrophe in front, which Sheets swallows. Letters alone need none, so that ordinary names look ordinary.
 */
export function safeText(text: string): string {
  const clipped = text.length < CELL_LETTERS ? text : `${text.slice(0, CELL_LETTERS - 2)}…`;
  return clipped === '' || (/^\p{L}[^\d]*$/u.test(clipped) && !/^(true|false)$/i.test(clipped))
    ? clipped
    : `'${clipped}`;
}

/** What a person meant by a cell that should be text: numbers without exponents, days and times as the wall shows them. */
export function textOf(cell: Cell, zone: Zone): string {
  if (typeof cell === 'string') return cell;
  if (isDate(cell)) {
    const wall = zone.wall(Math.round(cell.getTime() / 1000) * 1000);
    if (wall < '1900') return wall.slice(11, 16);
    return wall.endsWith('T00:00:00') ? wall.slice(0, 10) : wall.replace('T', ' ').slice(0, 16);
  }
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell ? 'TRUE' : 'FALSE';
}

function dayOf(cell: Cell, zone: Zone): string {
  if (isDate(cell)) return zone.day(cell.getTime());
  const match = /^(\d{4}-\d{2}-\d{2})/.exec(String(cell));
  return match ? match[1] : '';
}

function instantOf(cell: Cell, zone: Zone): number | null {
  if (isDate(cell)) return zone.fromCell(cell.getTime());
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2}))?)?$/.exec(String(cell).trim());
  return match ? zone.instant(match[2] ? `${match[1]}T${match[2]}:${match[3] ?? '00'}` : match[1]) : null;
}

/** Reads a cell by its column's type. What cannot be read is blank; text columns read everything. */
export function decode(type: ColumnType, cell: Cell, zone: Zone): CellValue {
  switch (type) {
    case 'text':
    case 'choice':
      return textOf(cell, zone).trim();
    case 'number':
    case 'money': {
      const number = typeof cell === 'number' ? cell : Number(String(cell).trim() || Number.NaN);
      return Number.isFinite(number) ? number : null;
    }
    case 'instant':
      return instantOf(cell, zone);
    case 'day':
      return dayOf(cell, zone);
    case 'flag':
      return cell === true || /^(yes|true|on|x|1)$/i.test(String(cell).trim());
    case 'link':
      return { ...(blankOf('link') as Link), text: textOf(cell, zone) };
  }
}

/** A formula that shows `text` and jumps to a row; only our own sheet ids and row numbers get into it. */
function linkFormula(link: Link, sheetId: (name: string) => number | null): string {
  const id = link.row > 0 ? sheetId(link.sheet) : null;
  if (id === null) return safeText(link.text);
  return `=HYPERLINK("#gid=${id}&range=A${link.row}","${link.text.replace(/"/g, '""')}")`;
}

/** Writes a value by its column's type. */
export function encode(type: ColumnType, value: CellValue, zone: Zone, sheetId: (name: string) => number | null): Cell {
  if (value === null || value === '') return '';
  switch (type) {
    case 'instant':
      return new Date(zone.toCell(value as number));
    case 'day':
      return new Date(zone.instant(value as string));
    case 'link':
      return linkFormula(value as Link, sheetId);
    case 'text':
    case 'choice':
      return safeText(value as string);
    case 'flag':
      return value ? 'yes' : 'no';
    default:
      return value as number;
  }
}

/**
 * Whether two values of a type show the same. Instants are equal to the second and money to the thousandth, since that is
 * what survives a cell; links by what they show.
 */
export function sameValue(type: ColumnType, a: CellValue, b: CellValue): boolean {
  if (type === 'link') return (a as Link).text === (b as Link).text;
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (type === 'instant') return Math.abs((a as number) - (b as number)) < 1000;
  if (type === 'number' || type === 'money') return Math.abs((a as number) - (b as number)) < 0.0005;
  if (type === 'text' || type === 'choice') return (a as string).trim() === (b as string).trim();
  return false;
}
