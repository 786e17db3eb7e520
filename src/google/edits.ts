import { markEdit } from '../jobs/marks';
import { documentProperties } from './services';

/** What the simple trigger may do: a note in the document's properties. Nobody's typing is troubled when that fails. */
export function noteEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const { range } = event;
    markEdit(documentProperties(), range.getSheet().getName(), range.getRow(), range.getNumRows());
  } catch (error) {
    console.error(`This edit could not be noted down; it is found all the same, but later: ${String(error)}`);
  }
}
