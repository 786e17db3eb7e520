import type { Cell } from '../types';
import { type Fit, fitOf, guessField } from './column-fit';
import { type Profile, profile, sampleColumn } from './content';
import { type HeaderMatch, matchHeader } from './header-words';
import type { ColumnDecision, FieldName, ReadOptions, SourceKind } from './record';
import { foldWords, tidy } from './text';

/** Fields that several columns of one sheet may fill. */
const MANY: readonly FieldName[] = ['phone', 'email', 'note'];
const LABELS: Partial<Record<FieldName, string>> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  name: 'a person’s name',
  company: 'a company',
  country: 'a country',
  currency: 'a currency',
  orderId: 'the number of an order',
};
const SAMPLE = 300;

interface Candidate {
  column: number;
  header: string;
  match: HeaderMatch;
  cells: Profile;
  field: FieldName | '';
  certainty: ColumnDecision['certainty'];
  why: string;
  /** Lower is better, when two columns claim one field. */
  claim: number;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function evidence(field: FieldName, cells: Profile): string {
  const share: Partial<Record<FieldName, number>> = {
    email: cells.email,
    phone: cells.phone,
    name: cells.words,
    company: cells.company,
    country: cells.country,
    currency: cells.currency,
  };
  if (/Date$/.test(field)) return `${percent(cells.date)} of ${cells.filled} cells hold a date`;
  if (field === 'amount' || field === 'unitPrice' || field === 'quantity')
    return `${percent(cells.number)} of ${cells.filled} cells hold a number`;
  if (share[field] === undefined) return `${cells.filled} cells looked at`;
  return `${percent(share[field]!)} of ${cells.filled} cells look like ${LABELS[field]}`;
}

function bySaying(options: ReadOptions, header: string): FieldName | '' | undefined {
  const said = Object.keys(options.columns);
  const key = said.find((one) => one === header) ?? said.find((one) => foldWords(one) === foldWords(header));
  return key === undefined ? undefined : options.columns[key];
}

/** What the cells show where the header is silent or contradicted. */
function byContent(candidate: Candidate, reason: string, trusting: boolean, kind: SourceKind): void {
  const guess = guessField(candidate.cells, kind);
  if (guess === null) {
    candidate.certainty = candidate.match.field === '' ? 'unused' : 'proposed';
    candidate.field = candidate.match.field;
    candidate.why = reason;
    return;
  }
  candidate.field = guess.field;
  candidate.certainty = guess.sure && trusting ? 'sure' : 'proposed';
  candidate.claim = 1000;
  candidate.why = `${reason}; ${evidence(guess.field, candidate.cells)}`;
}

function byHeader(candidate: Candidate, fit: Fit): void {
  const { match, header, cells } = candidate;
  const field = match.field as FieldName;
  candidate.field = field;
  candidate.claim = match.rank + (fit === 'fits' ? 0 : 50);
  const certain =
    match.strength >= 0.85 || (match.strength >= 0.6 && fit === 'fits' && (field === 'email' || field === 'phone'));
  candidate.certainty = certain ? 'sure' : 'proposed';
  const part = match.strength < 0.85 ? 'part of the header' : 'header';
  candidate.why = `${part} “${tidy(header)}”; ${cells.filled < 3 ? 'too few cells to check it' : evidence(field, cells)}`;
}

function isGenericHeader(header: string): boolean {
  return /^(?:|column ?\d*|col ?\d*|field ?\d*|f\d+|unnamed.*|\d+|[a-z]{1,2})$/.test(foldWords(header));
}

function candidateOf(
  column: number,
  header: string,
  cells: Profile,
  kind: SourceKind,
  options: ReadOptions,
): Candidate {
  const match = matchHeader(header, kind);
  const candidate: Candidate = { column, header, match, cells, field: '', certainty: 'unused', why: '', claim: 0 };
  const said = bySaying(options, header);
  if (said !== undefined) {
    return {
      ...candidate,
      field: said,
      certainty: said === '' ? 'unused' : 'person',
      why: said === '' ? 'a person said to leave it out' : 'a person said so',
      claim: -1,
    };
  }
  if (match.other) candidate.why = `header “${tidy(header)}” names something that is not used`;
  else if (match.field === '')
    byContent(
      candidate,
      header === '' ? 'no header' : `header “${tidy(header)}” is not known`,
      isGenericHeader(header),
      kind,
    );
  else {
    const fit = fitOf(match.field, cells);
    if (fit === 'clashes')
      byContent(
        candidate,
        `header “${tidy(header)}” says ${match.field}, but the cells do not look like it`,
        match.strength === 1,
        kind,
      );
    else byHeader(candidate, fit);
  }
  return candidate;
}

/** Share of rows in which a column's cell holds the words of another's. */
function holdsOther(rows: readonly (readonly Cell[])[], from: number, column: number, other: number): number {
  let both = 0;
  let held = 0;
  for (let i = from; i < rows.length && both < 100; i++) {
    const whole = foldWords(String(rows[i][column] ?? ''));
    const part = foldWords(String(rows[i][other] ?? ''));
    if (whole === '' || part === '') continue;
    both++;
    if (` ${whole} `.includes(` ${part} `)) held++;
  }
  return both === 0 ? 1 : held / both;
}

/** "Name" beside "First name" is the family name, and beside "Last name" the given name, where it does not repeat the other. */
function settleNames(candidates: readonly Candidate[], rows: readonly (readonly Cell[])[], from: number): void {
  const sure = (field: FieldName): Candidate | undefined =>
    candidates.find((one) => one.field === field && (one.certainty === 'sure' || one.certainty === 'person'));
  const name = sure('name');
  const given = sure('given');
  const family = sure('family');
  const other = given ?? family;
  if (
    name === undefined ||
    name.certainty === 'person' ||
    other === undefined ||
    (given !== undefined && family !== undefined)
  )
    return;
  if (holdsOther(rows, from, name.column, other.column) > 0.3) return;
  name.field = given === undefined ? 'given' : 'family';
  name.why += `; beside “${tidy(other.header)}” it is the ${name.field} name`;
}

/** One column a field, save for those of which a record has several. */
function settleClaims(candidates: readonly Candidate[]): void {
  const taken = new Map<FieldName, Candidate>();
  const order = candidates
    .filter((one) => one.field !== '' && one.certainty !== 'unused')
    .sort(
      (a, b) =>
        Number(a.certainty === 'proposed') - Number(b.certainty === 'proposed') ||
        a.claim - b.claim ||
        a.column - b.column,
    );
  for (const candidate of order) {
    const field = candidate.field as FieldName;
    const holder = taken.get(field);
    if (holder === undefined) taken.set(field, candidate);
    else if (!MANY.includes(field) || candidate.certainty === 'proposed') {
      if (MANY.includes(field)) continue;
      candidate.certainty = candidate.certainty === 'person' ? 'person' : 'unused';
      if (candidate.certainty === 'unused') {
        candidate.field = '';
        candidate.why += `; “${tidy(holder.header)}” is already used for ${field}`;
      }
    }
  }
}

/**
 * Decides what each column holds, from its header and from what its cells look like. A header whose cells contradict it is not
 * believed; what is doubtful is proposed and not used. `from` is the 0-based row of the first cell below the header.
 */
export function decideColumns(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  from: number,
  options: ReadOptions,
): ColumnDecision[] {
  const candidates = headers.map((header, column) =>
    candidateOf(column, header, profile(sampleColumn(rows, column, from, SAMPLE)), options.kind, options),
  );
  settleNames(candidates, rows, from);
  settleClaims(candidates);
  return candidates.map(({ column, header, field, certainty, why }) => ({ column, header, field, certainty, why }));
}
