import type { FieldName, SourceKind } from '../intake/record';
import type { DueRule } from './deadline';

/** A line of the sheet `sources`, read and checked. */
export interface Source {
  /** Name of the sheet, and of the source. */
  sheet: string;
  kind: SourceKind;
  /** Order statuses at which a follow-up opens, in lower case; empty: always. */
  opensAt: string[];
  due: DueRule;
  /** The date that the deadline is counted from; `arrival` is the moment the row was first seen. */
  dueFrom: 'arrival' | 'orderDate' | 'shipDate' | 'leadDate' | 'dueDate';
  owner: string;
  /** 0 to 100: what it adds to a score. */
  worth: number;
  pipeline: string;
  /** Minutes between readings. */
  every: number;
  country: string;
  currency: string;
  required: (FieldName | FieldName[])[];
  dateOrder: 'DMY' | 'MDY' | 'YMD' | '';
  corrections: Record<string, FieldName | ''>;
}
