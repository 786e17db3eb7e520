/**
 * What a cell holds as it is read from a sheet; a blank is `''`. A Date may come from another realm than ours
 * (Apps Script, a `vm`), so test it with {@link isDate} and never with `instanceof`.
 */
export type Cell = string | number | boolean | Date;

/** Whether `value` is a Date, whichever realm made it. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** A day as `YYYY-MM-DD`, or a day and time as `YYYY-MM-DDTHH:mm:ss`, as the clock on the wall shows it in the workbook's zone. */
export type WallTime = string;
