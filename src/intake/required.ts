import { complain } from './complaint';
import type { CleanRecord, Complaint, FieldName, ReadOptions, SheetReading } from './record';

const WORDS: Partial<Record<FieldName, string>> = {
  name: 'name',
  phone: 'phone',
  email: 'e-mail address',
  orderId: 'order id',
  amount: 'amount',
  orderDate: 'order date',
  leadDate: 'date',
  customerId: 'customer id',
  recordId: 'id',
};

function filled(record: CleanRecord, field: FieldName): boolean {
  if (field === 'phone') return record.phones.length > 0;
  if (field === 'email') return record.emails.length > 0;
  if (field === 'name') return record.name !== '' || record.company !== '';
  const value = record[field as keyof CleanRecord];
  return value !== '' && value !== null;
}

function wordsOf(fields: readonly FieldName[]): string {
  return fields.map((field) => WORDS[field] ?? field).join(' or ');
}

/** One rule of a source: at least one of these fields must be filled. */
export interface Requirement {
  fields: FieldName[];
  /** Header of the column that could fill it; `''` where the sheet has none. */
  header: string;
  present: boolean;
  /** Header of a column that may be the one, but waits for a person's word. */
  proposed: string;
}

/** The requirements of a source against the columns that its sheet has. */
export function requirementsOf(options: ReadOptions, columns: SheetReading['columns']): Requirement[] {
  return options.required.map((rule) => {
    const fields = Array.isArray(rule) ? rule : [rule];
    const wanted: (FieldName | '')[] = fields.includes('name') ? [...fields, 'given', 'family'] : fields;
    const used = columns.find(
      ({ field, certainty }) => wanted.includes(field) && (certainty === 'sure' || certainty === 'person'),
    );
    const proposed = columns.find(({ field, certainty }) => wanted.includes(field) && certainty === 'proposed');
    return { fields, header: used?.header ?? '', present: used !== undefined, proposed: proposed?.header ?? '' };
  });
}

/** Complaints, one for each rule that no column of the sheet can fulfil. */
export function missingColumns(requirements: readonly Requirement[], headerRow: number): Complaint[] {
  return requirements
    .filter((rule) => !rule.present)
    .map(({ fields, proposed }) => {
      const message = `No column is known to hold the ${wordsOf(fields)}, which every row of this source needs.`;
      const remedy =
        proposed === ''
          ? 'Name the column in the sources sheet, or add it to the sheet.'
          : `“${proposed}” may be it: say so in the sources sheet.`;
      return complain(
        { code: 'column-missing', severity: 'error', message, remedy },
        Math.max(headerRow, 1),
        fields[0],
        proposed,
        '',
      );
    });
}

/**
 * Marks a record that lacks what its source requires as not usable. A value that was there but could not be read has been complained
 * of already (from `since` on in `complaints`): that complaint becomes the error, so that one cell is listed once.
 */
export function checkRequired(
  record: CleanRecord,
  requirements: readonly Requirement[],
  complaints: Complaint[],
  since: number,
): void {
  for (const rule of requirements) {
    if (rule.fields.some((field) => filled(record, field))) continue;
    record.usable = false;
    if (!rule.present) continue;
    const at = complaints.findIndex(
      (one, index) => index >= since && one.field !== '' && rule.fields.includes(one.field),
    );
    if (at >= 0) complaints[at] = { ...complaints[at], severity: 'error' };
    else {
      const words = wordsOf(rule.fields);
      const flaw = {
        code: `missing-${rule.fields[0]}`,
        severity: 'error' as const,
        message: `The ${words} is missing; this source needs it.`,
        remedy: `Fill in the ${words}.`,
      };
      complaints.push(complain(flaw, record.row, rule.fields[0], rule.header, ''));
    }
  }
}
