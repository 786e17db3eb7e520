/** Makes the objects that refer to each other, so that their files need not import one another. */
import type { Place } from './range-base';

type Makers = {
  range: (place: Place) => object;
  sheet: (id: number) => object;
  spreadsheet: () => object;
};
let makers: Makers;

export function setMakers(all: Makers): void {
  makers = all;
}

// The types of Google stand for more members than the host has: the one place where they are promised.
export const makeRange = (place: Place): GoogleAppsScript.Spreadsheet.Range => makers.range(place) as never;
export const makeSheet = (id: number): GoogleAppsScript.Spreadsheet.Sheet => makers.sheet(id) as never;
export const makeSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => makers.spreadsheet() as never;
