import type { CleanRecord } from '../intake/record';
import type { Line, LineUpdate } from './case';

const amountOf = (record: CleanRecord): number | null =>
  record.amount ?? (record.unitPrice !== null && record.quantity !== null ? record.unitPrice * record.quantity : null);

function lineOf(record: CleanRecord, position: number): Line {
  const text = record.article || record.sku;
  return {
    key: record.lineId || record.sku || record.article.toLowerCase() || `row ${position}`,
    text,
    quantity: record.quantity,
    amount: amountOf(record),
    currency: record.currency,
  };
}

/** A line in words: "2 × Stapler, 12.00 EUR". */
export function spellLine(line: Line): string {
  const goods = line.quantity === null ? line.text : `${line.quantity} × ${line.text || 'article'}`;
  const price = line.amount === null ? '' : `${line.amount.toFixed(2)} ${line.currency}`.trim();
  return [goods, price].filter((part) => part !== '').join(', ');
}

/** The lines of an order: one that stands again is an update, and the later row counts. */
export function orderLines(rows: readonly CleanRecord[]): { lines: Line[]; updates: LineUpdate[]; repeats: number } {
  const lines = new Map<string, Line>();
  const updates: LineUpdate[] = [];
  let repeats = 0;
  rows.forEach((row, index) => {
    const line = lineOf(row, index);
    const former = lines.get(line.key);
    if (former) {
      repeats++;
      const [before, after] = [spellLine(former), spellLine(line)];
      if (before !== after) updates.push({ line: line.text || line.key, before, after });
    }
    lines.set(line.key, line);
  });
  return { lines: [...lines.values()], updates, repeats };
}

/** The sum of the lines, where they are in one currency. */
export function sumOf(lines: readonly Line[]): { amount: number | null; currency: string; mixed: boolean } {
  const priced = lines.filter((line) => line.amount !== null);
  const currencies = new Set(priced.map((line) => line.currency));
  if (priced.length === 0) return { amount: null, currency: '', mixed: false };
  if (currencies.size > 1) return { amount: null, currency: '', mixed: true };
  const cents = priced.reduce((sum, line) => sum + (line.amount as number), 0);
  return { amount: Math.round(cents * 10_000) / 10_000, currency: [...currencies][0], mixed: false };
}

/** Lines shown in one cell at most; the rest is counted. */
const LINES_SHOWN = 12;

export function spellLines(lines: readonly Line[]): string {
  const shown = lines
    .slice(0, LINES_SHOWN)
    .map(spellLine)
    .filter((text) => text !== '');
  const more = lines.length - LINES_SHOWN;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
