import { contains, overlap, type Rect } from '../workbook/a1';
import type { Protection, Sheet } from '../workbook/sheet';
import { Exception, port } from './realm';

/** Whether the account this run acts for may edit what a protection covers. The file's owner always may. */
export function mayEdit(protection: Protection): boolean {
  const user = port.run.effectiveUser;
  return (
    protection.warningOnly ||
    protection.editors === null ||
    user === port.book.owner ||
    protection.editors.includes(user)
  );
}

function covers(protection: Protection, rect: Rect): boolean {
  if (protection.rect) return overlap(protection.rect, rect);
  return !protection.unprotected?.some((free) => contains(free, rect));
}

/** Whether no protection keeps this run's account from editing the cells. */
export function isEditable(sheet: Sheet, rect: Rect): boolean {
  return !sheet.protections.some((protection) => !mayEdit(protection) && covers(protection, rect));
}

/** @throws Exception in Google's words where a protection keeps this run's account from editing the cells */
export function assertEditable(sheet: Sheet, rect: Rect): void {
  if (!isEditable(sheet, rect))
    throw new Exception(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
}

/** The same for a change of the sheet as a whole: rows, columns, name. */
export function assertSheetEditable(sheet: Sheet): void {
  assertEditable(sheet, { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns });
}
