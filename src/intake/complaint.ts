import type { Flaw } from './reading';
import type { Complaint, FieldName } from './record';

const LONGEST = 200;

/** A flaw in its place: the row, the column and the cell's own text. */
export function complain(flaw: Flaw, row: number, field: FieldName | '', header: string, value: string): Complaint {
  const { code, severity, message, remedy } = flaw;
  return {
    row,
    field,
    header,
    value: value.length > LONGEST ? value.slice(0, LONGEST) : value,
    code,
    severity,
    message,
    remedy,
  };
}

/** Codes that come from what the sheet lacks, not from the row: many of one column are said once. */
const OF_THE_COLUMN = new Set(['phone-no-country', 'date-ambiguous', 'number-ambiguous', 'currency-unknown']);
const MANY = 20;

/**
 * Complaints as a person should see them: where one column has more than twenty of a kind that one setting would mend, they become
 * one, at the header's row. The others stay, in the order of the rows.
 */
export function gatherComplaints(complaints: readonly Complaint[], headerRow: number): Complaint[] {
  const counts = new Map<string, number>();
  const keyOf = (one: Complaint): string => `${one.code}\n${one.header}\n${one.field}`;
  for (const one of complaints)
    if (OF_THE_COLUMN.has(one.code) && one.severity !== 'error')
      counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const said = new Set<string>();
  const gathered: Complaint[] = [];
  for (const one of complaints) {
    const key = keyOf(one);
    const count = one.severity === 'error' ? 0 : (counts.get(key) ?? 0);
    if (count <= MANY) gathered.push(one);
    else if (!said.has(key)) {
      said.add(key);
      gathered.push({ ...one, row: headerRow, message: `${count} cells, from row ${one.row} on: ${one.message}` });
    }
  }
  return gathered;
}
