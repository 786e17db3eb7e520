import { type Emails, readEmail } from './email';
import { readName } from './name';
import { type Phones, readPhone } from './phone';
import type { PlannedColumn } from './plan';
import { note } from './reading';
import { remember, rememberByCountry } from './remember';
import type { RowState, Step } from './step';

/** The addresses of a cell, added to those the record has. */
function addEmails(state: RowState, { addresses, keys }: Emails): void {
  const { emails, emailKeys } = state.record;
  keys.forEach((key, index) => {
    if (emailKeys.includes(key)) return;
    emails.push(addresses[index]);
    emailKeys.push(key);
  });
}

function addPhones(state: RowState, { numbers, extension }: Phones): void {
  const { phones } = state.record;
  if (phones.length === 0) state.record.extension = extension;
  for (const number of numbers) if (!phones.includes(number)) phones.push(number);
}

const MISPLACED_EMAIL = [
  note(
    'email-in-phone',
    'An e-mail address stands in the column of phones; it is used as the address.',
    'Move it to the column of e-mail addresses.',
  ),
];
const MISPLACED_PHONE = [
  note(
    'phone-in-email',
    'A phone number stands in the column of e-mail addresses; it is used as the phone.',
    'Move it to the column of phones.',
  ),
];

/** A column of phones. An e-mail address that strayed into it is used as what it is. */
export function phoneStep(column: PlannedColumn): Step {
  const reader = rememberByCountry(readPhone);
  return (state, _cell, text) => {
    const first = reader(text, state.hint);
    const second = first.value.numbers.length === 0 && state.fallback !== '' ? reader(text, state.fallback) : first;
    const { value, flaws } = second.value.numbers.length > 0 ? second : first;
    addPhones(state, value);
    if (flaws.length === 0) return;
    const stray = value.numbers.length === 0 && text.includes('@') ? readEmail(text).value : null;
    if (stray === null || stray.keys.length === 0) return state.flaw(flaws, column, text);
    addEmails(state, stray);
    state.flaw(MISPLACED_EMAIL, column, text);
  };
}

/** A column of e-mail addresses. A phone number that strayed into it is used as what it is. */
export function emailStep(column: PlannedColumn): Step {
  const reader = remember(readEmail);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    addEmails(state, value);
    if (flaws.length === 0) return;
    const stray =
      value.keys.length === 0 && !text.includes('@') && /\d{5}/.test(text.replace(/\D/g, ''))
        ? readPhone(text, state.hint)
        : null;
    if (stray === null || stray.value.numbers.length === 0 || stray.flaws.length > 0)
      return state.flaw(flaws, column, text);
    addPhones(state, stray.value);
    state.flaw(MISPLACED_PHONE, column, text);
  };
}

/** A column of whole names, of persons or firms. */
export function nameStep(column: PlannedColumn): Step {
  const reader = remember(readName);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    const { record } = state;
    record.name = value.name;
    if (value.company !== '') record.company = record.company || value.company;
    else {
      record.given = record.given || value.given;
      record.family = record.family || value.family;
    }
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}
