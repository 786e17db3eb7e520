import { CrmError } from '../errors';
import { idOf } from '../followup/ids';
import { rowOf } from '../workbook/table';
import { systemLog } from '../workbook/tables/logs';
import { Zone } from '../workbook/zone';
import { Pass } from './pass';
import type { Services } from './ports';

/** A fault as every boundary shows it: a stable code, and a sentence for the person. */
export interface Fault {
  code: string;
  message: string;
}

const OTHERWISE = ['google', 'What was done so far is kept, and the next update goes on from there.'] as const;

/** What Google refuses for longer than a moment, and what there is to do about it. */
const ENDS = [
  [
    'quota',
    'Google’s limit for today is used up. Updates go on by themselves when it is renewed.',
    /too many times|computer time|limit exceeded|quota/i,
  ],
  [
    'full',
    'A workbook holds 10 million cells. Delete blank rows and columns, or old lines of the logs.',
    /10,?000,?000 cells/i,
  ],
  [
    'permission',
    'Open the workbook, choose CRM ▸ Sync now, and allow what Google asks.',
    /permission|authori[sz]ation/i,
  ],
] as const;

/** Google's own words are kept; a fault of ours brings its remedy with it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CrmError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const [code, remedy] = ENDS.find(([, , known]) => known.test(message)) ?? OTHERWISE;
  return { code, message: `${message} ${remedy}` };
}

/** Writes a fault into `system-log`. */
export function logFault(services: Services, where: string, fault: Fault): void {
  logLine(services, 'error', where, fault.message, fault.code);
}

/** Writes a line, if the sheet is there and can be written; what it tells of must not get lost over it. */
export function logLine(services: Services, level: string, where: string, message: string, code = ''): void {
  const { workbook } = services;
  try {
    if (!workbook.sheetNames().includes(systemLog.sheet)) return;
    const time = services.now();
    const line = { time, level, where, code, message, id: idOf('L', time, where, message) };
    new Pass(services, new Zone(workbook.zoneName()), false, Number.POSITIVE_INFINITY).log(systemLog, [
      rowOf(systemLog, line),
    ]);
    workbook.flush();
  } catch (error) {
    console.error(`This could not be written to ${systemLog.sheet}: ${message} (${String(error)})`);
  }
}
