/**
 * Text for a sheet cell, written so that no spreadsheet takes it for a formula, a number or a date, and that reads the same.
 *
 * The sheet writer must (1) set the number format `@` on the range before it writes, and (2) write `safeText(text)`, not the
 * text. `setValues` parses strings as if they were typed: a leading `=` or `+` makes a formula, and a leading apostrophe makes
 * text and is not part of the value, so `getValues` gives the text back without it. A text that itself begins with an apostrophe
 * gets a second one for the same reason. (`-` and `@` open formulas in other spreadsheets: OWASP, CSV injection; CWE-1236.)
 * For a CSV file use {@link safeCsvText}, since there nothing swallows the apostrophe.
 */
export function safeText(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

const RISKY = /^(?:[\s\p{Cc}\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n']|\s+$)/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Text for a CSV field: as {@link safeText}, save that a plain signed number (an amount, an E.164 phone) stays as it is, since
 * it can be no formula and the apostrophe would stay in the data.
 */
export function safeCsvText(text: string): string {
  return PLAIN_NUMBER.test(text) ? text : safeText(text);
}

/** The text again, from what {@link safeText} or {@link safeCsvText} made of it. */
export function unsafeText(written: string): string {
  return written[0] === "'" && RISKY.test(written.slice(1)) ? written.slice(1) : written;
}
