import { readDate } from '../../src/intake/date';
import { readEmail } from '../../src/intake/email';
import { readMoney } from '../../src/intake/money';
import { readName } from '../../src/intake/name';
import { readPhone } from '../../src/intake/phone';
import { readSheet } from '../../src/intake/read-sheet';
import { options } from './fields';
import { plantOrderRows } from './plant-rows';

/** Rows or cells a second; the best of some rounds, since other programs share the machine. */
export interface Speed {
  rows: number;
  columns: number;
  rowsPerSecond: number;
  /** The same by processor time, which says more where other programs run. */
  rowsPerProcessorSecond: number;
  /** Cells a second of the dearest readers, each on its own. */
  parts: Record<string, number>;
}

/** Seconds of processor time, which other programs on the machine disturb less; the least of some rounds. */
function processorSeconds(rounds: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1e6);
  }
  return least;
}

function best(rounds: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Reads a sheet of twelve columns whose names, phones and addresses are nearly all different. */
export function measureSpeed(rows: number, seed: number): Speed {
  const grid = plantOrderRows(rows, seed);
  const source = options({
    country: 'US',
    currency: 'USD',
    required: ['name', ['phone', 'email']],
    statuses: ['New', 'Pending', 'Shipped', 'Delivered', 'Paid', 'Cancelled'],
  });
  const ms = best(5, () => readSheet(grid, source));
  const column = (index: number, reader: (text: string) => unknown): number => {
    const cells = grid.slice(1).map((row) => row[index]);
    return Math.round(rows / (best(3, () => cells.forEach(reader)) / 1000));
  };
  return {
    rows,
    columns: grid[0].length,
    rowsPerSecond: Math.round(rows / (ms / 1000)),
    rowsPerProcessorSecond: Math.round(rows / processorSeconds(3, () => readSheet(grid, source))),
    parts: {
      dates: column(1, (text) =>
        readDate(text, { order: 'MDY', certain: true, today: source.today, birth: false, wall: source.wall }),
      ),
      money: column(10, (text) => readMoney(text, '.', 'US', 'USD')),
      phones: column(3, (text) => readPhone(text, 'US')),
      names: column(2, readName),
      emails: column(4, readEmail),
    },
  };
}
