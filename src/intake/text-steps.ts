import { readCompany, readNamePart } from './name-part';
import { readAddress, readPlace } from './place';
import type { PlannedColumn } from './plan';
import { doubt, type Reading, read } from './reading';
import { remember } from './remember';
import type { Step } from './step';
import { saysNothing, tidy, tidyLines } from './text';

const ID_LOST = doubt(
  'id-scientific',
  'The number was turned into scientific notation, and its last digits are lost.',
  'Format the column as plain text and enter the number again.',
);

function readId(text: string): Reading<string> {
  const shown = tidy(text);
  if (saysNothing(shown)) return read('');
  return /^\d[.,]\d+E\+\d+$/i.test(shown) ? read(shown, '', [ID_LOST]) : read(shown);
}

function readText(text: string): Reading<string> {
  const shown = tidy(text);
  return read(saysNothing(shown) ? '' : shown);
}

function readNote(text: string): Reading<string> {
  const shown = tidyLines(text);
  return read(saysNothing(shown) ? '' : shown);
}

export type TextField =
  | 'recordId'
  | 'customerId'
  | 'orderId'
  | 'lineId'
  | 'sku'
  | 'article'
  | 'channel'
  | 'owner'
  | 'city'
  | 'region'
  | 'address'
  | 'company'
  | 'given'
  | 'family';

const TEXT_READERS: Record<TextField, (text: string) => Reading<string>> = {
  recordId: readId,
  customerId: readId,
  orderId: readId,
  lineId: readId,
  sku: readId,
  article: readText,
  channel: readText,
  owner: readText,
  city: readPlace,
  region: readPlace,
  address: readAddress,
  company: readCompany,
  given: readNamePart,
  family: readNamePart,
};

/** A column whose cells are taken as text. */
export function textStep(column: PlannedColumn, field: TextField): Step {
  const reader = remember(TEXT_READERS[field]);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    state.record[field] = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

/** A column of notes; several are joined by line breaks. */
export function noteStep(): Step {
  return (state, _cell, text) => {
    const { value } = readNote(text);
    if (value !== '') state.record.note = state.record.note === '' ? value : `${state.record.note}\n${value}`;
  };
}
