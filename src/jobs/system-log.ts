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

/** Google's own words are kept; a fault of ours brings its remedy with it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CrmError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'google',
    message: `${message} What was done so far is kept, and the next update goes on from there.`,
  };
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
