import { makeRange, makeSheet } from './make';
import { call, port } from './realm';

/** What is selected in front of the person. */
export class HostSelection {
  getActiveSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return makeSheet(port.book.view.active);
  }
  getActiveRange(): GoogleAppsScript.Spreadsheet.Range | null {
    return call('Selection.getActiveRange', 'read', () => {
      const sheetId = port.book.view.active;
      return makeRange({
        sheetId,
        ...(port.book.view.selection[sheetId]?.[0] ?? { row: 1, column: 1, rows: 1, columns: 1 }),
      });
    });
  }
  getCurrentCell(): GoogleAppsScript.Spreadsheet.Range | null {
    return this.getActiveRange()?.getCell(1, 1) ?? null;
  }
}
