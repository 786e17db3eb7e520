import { idOf } from '../followup/ids';
import type { Wanted } from '../workbook/diff';
import type { Complaint } from '../workbook/tables/logs';
import { type Configuration, spellField } from './configuration';
import type { SourceReading } from './read-sources';

interface Finding {
  severity: 'error' | 'doubt';
  sheet: string;
  row: number;
  field: string;
  value: string;
  code: string;
  message: string;
  remedy: string;
}

function findingsOf({ source, reading }: SourceReading): Finding[] {
  if (!reading) {
    const remedy = 'Create or rename the sheet, or untick the line in “sources”.';
    return [
      problem('sources', 'Sheet', source.sheet, 'source-missing', `There is no sheet “${source.sheet}”.`, remedy),
    ];
  }
  if (reading.headerRow === 0 && reading.records.length > 0) {
    const remedy = 'Put a row with column names above the data.';
    return [
      problem(source.sheet, '', '', 'header-missing', 'No header row was found, so nothing could be read.', remedy),
    ];
  }
  return reading.complaints.flatMap((complaint): Finding[] => {
    if (complaint.severity === 'note') return [];
    const field = complaint.header || (complaint.field === '' ? '' : spellField(complaint.field));
    return [{ ...complaint, severity: complaint.severity, sheet: source.sheet, field }];
  });
}

function problem(sheet: string, field: string, value: string, code: string, message: string, remedy: string): Finding {
  return { severity: 'error', sheet, row: 1, field, value, code, message, remedy };
}

/** What the sheet `needs-fixing` should say: all that cannot be used, or was left out because of a doubt. */
export function wantedComplaints(
  readings: readonly SourceReading[],
  configuration: Configuration,
): Map<string, Wanted<Complaint>> {
  const findings: Finding[] = configuration.problems.map((item) => ({ ...item, severity: 'error', code: 'config' }));
  for (const reading of readings) findings.push(...findingsOf(reading));
  const wanted = new Map<string, Wanted<Complaint>>();
  const counts = new Map<string, number>();
  for (const item of findings) {
    // Not by row, since rows move; equal complaints are told apart by their order.
    const name = [item.sheet, item.field, item.value, item.code].join('\u0001');
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    const id = idOf('X', name, nth);
    wanted.set(id, {
      system: {
        severity: item.severity,
        place: { text: `${item.sheet}, row ${item.row}`, sheet: item.sheet, row: item.row },
        field: item.field,
        value: item.value,
        message: item.message,
        remedy: item.remedy,
        id,
      },
    });
  }
  // New rows come to stand on top of each other, so the first row of the source comes last, and errors after doubts.
  const lastFirst = [...wanted].reverse();
  const isError = ([, { system }]: (typeof lastFirst)[number]) => system.severity === 'error';
  return new Map([...lastFirst.filter((one) => !isError(one)), ...lastFirst.filter(isError)]);
}
