import type { WorkbookPort } from '../workbook/port';

/** The workbook, with a pause before each reading of a whole sheet: in a large one each takes its time. */
export function pausing(workbook: WorkbookPort, pause: () => void): WorkbookPort {
  const paused = Object.create(workbook) as WorkbookPort;
  paused.read = (sheet) => {
    pause();
    return workbook.read(sheet);
  };
  return paused;
}
