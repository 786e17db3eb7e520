import type { Cell, WallTime } from '../types';

/** What a source holds: orders (several lines may be one order) or leads. */
export type SourceKind = 'orders' | 'leads';

/** The fields a column can be recognised as. Units and shapes: see {@link CleanRecord}. */
export type FieldName =
  | 'recordId'
  | 'customerId'
  | 'name'
  | 'given'
  | 'family'
  | 'company'
  | 'phone'
  | 'email'
  | 'address'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'birthDate'
  | 'orderId'
  | 'lineId'
  | 'sku'
  | 'article'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'currency'
  | 'status'
  | 'orderDate'
  | 'shipDate'
  | 'leadDate'
  | 'contactDate'
  | 'dueDate'
  | 'channel'
  | 'owner'
  | 'note';

/** How bad a complaint is: the row cannot be used; a value was left out or is doubtful; worth knowing only. */
export type Severity = 'error' | 'doubt' | 'note';

/** One thing wrong with one cell, in words for the person who can mend it. */
export interface Complaint {
  /** 1-based row in the source sheet. */
  row: number;
  field: FieldName | '';
  /** Header of the column as it stands in the sheet; `''` when no column is meant. */
  header: string;
  /** The cell's own text, at most 200 letters. */
  value: string;
  /** Stable word for tests and counts, such as `phone-too-short`. */
  code: string;
  severity: Severity;
  /** What is wrong, a sentence. */
  message: string;
  /** What to do about it, a sentence. */
  remedy: string;
}

/** One row of a source, cleaned. Text that is not there is `''`, a number that is not there is `null`, lists are empty. */
export interface CleanRecord {
  /** 1-based row in the source sheet. */
  row: number;
  /** Identity that the source itself gives the row (lead id, form response id). */
  recordId: string;
  customerId: string;
  /** Display form, "Ana de la Cruz"; at most 255 letters. */
  name: string;
  given: string;
  family: string;
  company: string;
  /** E.164, best first. */
  phones: string[];
  /** Extension of the first phone. */
  extension: string;
  /** As a person would write them, domain in lower case, best first. */
  emails: string[];
  /** One for each of `emails`, for comparison only (dots and +tags removed where the provider ignores them). */
  emailKeys: string[];
  address: string;
  city: string;
  region: string;
  postcode: string;
  /** ISO 3166 alpha-2. */
  country: string;
  birthDate: WallTime | '';
  orderId: string;
  lineId: string;
  sku: string;
  article: string;
  quantity: number | null;
  unitPrice: number | null;
  /** Of the line, in `currency`. */
  amount: number | null;
  /** ISO 4217. */
  currency: string;
  /** Folded into the pipeline's words where that is possible; else as written. */
  status: string;
  orderDate: WallTime | '';
  shipDate: WallTime | '';
  leadDate: WallTime | '';
  contactDate: WallTime | '';
  dueDate: WallTime | '';
  channel: string;
  owner: string;
  note: string;
  /** False when a complaint of severity `error` says that the row cannot be used. */
  usable: boolean;
}

/** Why a column was taken for what it was taken for. */
export interface ColumnDecision {
  /** 0-based column in the grid. */
  column: number;
  header: string;
  /** `''`: not used. */
  field: FieldName | '';
  /** `sure` is used; `proposed` is not used until a person says so; `person` was said by a person. */
  certainty: 'sure' | 'proposed' | 'person' | 'unused';
  /** Plain words: "header “E-mail id”; 96 % of 400 cells look like an e-mail". */
  why: string;
}

export interface ReadOptions {
  kind: SourceKind;
  /** Default country (ISO 3166 alpha-2) for phones without one; `''`: none is known. */
  country: string;
  /** Default currency (ISO 4217); `''`: none is known. */
  currency: string;
  /** Fields without which a row cannot be used; a list inside means "one of these". */
  required: (FieldName | FieldName[])[];
  /** A person's corrections: header → field, or `''` to leave the column out. */
  columns: Record<string, FieldName | ''>;
  /** The words of the pipeline that statuses are folded into. */
  statuses: string[];
  /** Day order said by a person; `''`: vote over the column. */
  dateOrder: 'DMY' | 'MDY' | 'YMD' | '';
  /** Today in the workbook's zone, `YYYY-MM-DD`: for "yesterday" and for two-digit years. */
  today: WallTime;
  /** Turns a Date cell into the wall time that the sheet shows. */
  wall: (date: Date) => WallTime;
}

export interface SheetReading {
  /** 1-based row of the header; 0: none was found. */
  headerRow: number;
  columns: ColumnDecision[];
  /** In the order of the sheet; blank rows, repeated headers and total rows are left out (and said in `remarks`). */
  records: CleanRecord[];
  complaints: Complaint[];
  /** What was noticed about the sheet as a whole, in sentences: title rows skipped, day order and its evidence, odd shapes. */
  remarks: string[];
}

/** Signature of `readSheet` in `src/intake/read-sheet.ts`: the whole of a source's used range becomes clean records. */
export type ReadSheet = (grid: readonly (readonly Cell[])[], options: ReadOptions) => SheetReading;
