import { CrmError } from '../errors';
import { readEmail } from '../intake/email';
import { MAX_NAME, readName } from '../intake/name';
import { readPhone } from '../intake/phone';
import { readPlace } from '../intake/place';
import { doubt, type Flaw } from '../intake/reading';
import type { CleanRecord } from '../intake/record';
import { tidy } from '../intake/text';
import type { FollowUp } from '../workbook/tables/followed-up';

/** Columns that come from the sources, and that staff may correct in the panel. */
export const CONTACT = ['name', 'company', 'phone', 'email', 'city'] as const;
export type ContactField = (typeof CONTACT)[number];

/** By column: what staff say, and what the source said when it was last read. The former stands in the cell. */
type Corrections = Partial<Record<ContactField, [ours: string, source: string]>>;

/** What stands in the hidden column `corrected`. */
export function readCorrections(text: string): Corrections {
  try {
    return text === '' ? {} : (JSON.parse(text) as Corrections);
  } catch {
    // Somebody has typed in the hidden column.
    return {};
  }
}

const spell = (corrections: Corrections): string => {
  const entries = CONTACT.flatMap((field) => (corrections[field] ? [[field, corrections[field]]] : []));
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries));
};

/**
 * A correction of a cell that comes from a source: kept, so that no later sync takes it back, until the source says the same.
 * @param country ISO 3166-1 alpha-2, for phones without one
 * @throws CrmError when the text would not be taken from a source either
 */
export function correct(row: FollowUp, field: ContactField, text: string, country: string): Partial<FollowUp> {
  const corrections = readCorrections(row.corrected);
  const ours = checked(field, text, country);
  const source = corrections[field]?.[1] ?? row[field];
  corrections[field] = ours === source ? undefined : [ours, source];
  return { [field]: ours, corrected: spell(corrections) };
}

/**
 * Of corrections to one follow-up, those that another open one of the same person needs too: it says what the former said.
 * @param fields column → corrected text
 */
export function alsoCorrected(row: FollowUp, other: FollowUp, fields: Record<string, string>): Record<string, string> {
  if (row.personId === '' || other.personId !== row.personId || other.state === 'closed') return {};
  const same = CONTACT.filter((field) => field in fields && other[field] === row[field]);
  return Object.fromEntries(same.map((field) => [field, fields[field]]));
}

/**
 * A record with what staff have corrected before what its source says, as matching and `people` know it: the former finds the
 * person next time, and the latter still ties the person's other orders.
 * @param corrected what stands in the column `corrected`
 */
export function knownRecord(record: CleanRecord, corrected: string): CleanRecord {
  const { phone: [phone] = [''], email: [email] = [''] } = readCorrections(corrected);
  if (phone === '' && email === '') return record;
  const first = (ours: string, all: string[]) => (ours === '' ? all : [ours, ...all.filter((one) => one !== ours)]);
  return {
    ...record,
    phones: first(phone.split(' ext. ')[0], record.phones),
    emails: first(email, record.emails),
  };
}

/**
 * What the row of a case says with staff's corrections, and what the source says now beside them.
 * @param lacking fields of which the rows of the case say nothing: what stands there is the person's, perhaps by a correction
 */
export function withCorrections(
  said: FollowUp,
  lacking: readonly (ContactField | false)[],
): Pick<FollowUp, ContactField | 'corrected'> {
  const { name, company, phone, email, city } = said;
  const row = { name, company, phone, email, city };
  const corrections = readCorrections(said.corrected);
  for (const field of CONTACT) {
    const known = corrections[field];
    if (!known) continue;
    const source = lacking.includes(field) ? known[1] : row[field];
    row[field] = known[0];
    corrections[field] = source === known[0] ? undefined : [known[0], source];
  }
  return { ...row, corrected: spell(corrections) };
}

/** Where a source has come to say something else than it did when staff corrected it. */
export function sourceChanges(
  before: string,
  after: string,
): { field: ContactField; before: string; after: string; why: string }[] {
  const [former, now] = [readCorrections(before), readCorrections(after)];
  return CONTACT.flatMap((field) => {
    const known = former[field];
    if (!known) return [];
    const [ours, source] = now[field] ?? [known[0], known[0]];
    if (source === known[1]) return [];
    const why = source === ours ? 'the source says now what was corrected here' : `“${ours}”, as corrected here, stays`;
    return [{ field, before: known[1], after: source, why: `the source has changed: ${why}` }];
  });
}

/**
 * The cells of a row once corrections are taken back; a cell that was corrected again since stays.
 * @param before and `after`: the column `corrected` before the act and after it
 */
export function takeBack(row: FollowUp, before: string, after: string): Partial<FollowUp> {
  const [former, made, now] = [before, after, row.corrected].map(readCorrections);
  const cells: Partial<Record<ContactField, string>> = {};
  for (const field of CONTACT) {
    const [was, did, is] = [former[field], made[field], now[field]];
    if (was?.[0] === did?.[0] || is?.[0] !== did?.[0]) continue;
    const source = is?.[1] ?? was?.[1] ?? row[field];
    cells[field] = was?.[0] ?? source;
    now[field] = was && [was[0], source];
  }
  return { ...cells, corrected: spell(now) };
}

const LABELS: Record<ContactField, string> = {
  name: 'a name',
  company: 'a company',
  phone: 'a phone number',
  email: 'an e-mail address',
  city: 'a city',
};

/** A text as it is taken from a source. */
function checked(field: ContactField, text: string, country: string): string {
  if (text.trim() === '' && field !== 'name') return '';
  const { value, flaws } = READERS[field](text, country);
  if (value !== '') return value;
  const remedy =
    field === 'phone'
      ? 'Write it with + and the code of the country, or clear the field.'
      : 'Correct it, or clear the field.';
  throw new CrmError(
    `bad-${field}`,
    flaws[0]?.message ?? `“${text.slice(0, 60)}” is not ${LABELS[field]}.`,
    field === 'name' ? 'Write a name.' : (flaws[0]?.remedy ?? remedy),
  );
}

interface Taken {
  value: string;
  flaws: readonly Flaw[];
}

const READERS: Record<ContactField, (text: string, country: string) => Taken> = {
  name: (text) => {
    const { value, flaws } = readName(text);
    // As staff write it, if it is one: who corrects a name means its letters.
    return { value: value.name === '' ? '' : tidy(text).slice(0, MAX_NAME), flaws };
  },
  company: (text) => ({ value: tidy(text).slice(0, MAX_NAME), flaws: [] }),
  phone: (text, country) => {
    const { value, flaws } = readPhone(text, country);
    const [number = '', second] = value.numbers;
    if (second !== undefined) return { value: '', flaws: [ONE_NUMBER] };
    return { value: value.extension === '' || number === '' ? number : `${number} ext. ${value.extension}`, flaws };
  },
  email: (text) => {
    const { value, flaws } = readEmail(text);
    return { value: value.addresses[0] ?? '', flaws };
  },
  city: (text) => readPlace(text),
};

const ONE_NUMBER = doubt(
  'two-phones',
  'There are several phone numbers.',
  'Write the one to call here, and the others in the notes.',
);
