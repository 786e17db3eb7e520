import fc from 'fast-check';
import type { Cell } from '../../src/types';
import { BOOKS, PAGE_LETTERS, PAGES_SHEET, readBook, writeBook } from '../../src/workbook/pages';
import type { WorkbookPort } from '../../src/workbook/port';

/** A sheet in memory that counts calls; it answers only what the page store asks. */
function cache() {
  const columns: Cell[][] = [];
  const seen = { reads: 0, writes: 0, cells: 0, there: false };
  const port = {
    sheetId: () => (seen.there ? 1 : null),
    sheetNames: () => ['a'],
    createSheet: (sheet: string, _at: number, hidden: boolean) => {
      expect([sheet, hidden]).toEqual([PAGES_SHEET, true]);
      seen.there = true;
    },
    readColumn: (_sheet: string, column: number) => {
      seen.reads++;
      return [...(columns[column - 1] ?? []), ''];
    },
    writeBlock: (_sheet: string, row: number, column: number, cells: Cell[][]) => {
      seen.writes++;
      seen.cells += cells.length;
      columns[column - 1] ??= [];
      cells.forEach(([cell], at) => {
        // A longer cell could not be saved in an .xlsx file.
        expect(String(cell).length).toBeLessThanOrEqual(32_767);
        columns[column - 1][row - 1 + at] = cell;
      });
    },
  } as unknown as WorkbookPort;
  return { port, columns, seen };
}

const long = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 0, max: 4000 }))
  .map(([part, times]) => part.repeat(times));

describe('the page store', () => {
  it('gives back what was written, whatever was there before, in one call each way', () => {
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 4 }), (texts) => {
        const { port, seen } = cache();
        for (const [at, text] of texts.entries()) {
          const former = readBook(port, 'queue');
          const writes = seen.writes;
          writeBook(port, 'queue', `s${at}`, text, former);
          expect(seen.writes - writes).toBe(1);
          expect(readBook(port, 'queue')).toMatchObject({ stamp: `s${at}`, text });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('writes the last pages only when text was put to the end', () => {
    const { port, seen } = cache();
    const text = 'abc\tdef\n'.repeat(41_000);
    writeBook(port, 'sync', 's', text, null);
    const before = { ...seen };
    writeBook(port, 'sync', 's', `${text}more\n`, readBook(port, 'sync'));
    expect(seen).toMatchObject({ writes: before.writes + 1, cells: before.cells + 1 });
    expect(readBook(port, 'sync')?.text).toBe(`${text}more\n`);
  });

  it('takes a book that was damaged in any way for none', () => {
    const damages: ((cells: Cell[]) => unknown)[] = [
      (cells) => cells.splice(1, 1),
      (cells) => cells.splice(0, 0, ''),
      (cells) => cells.reverse(),
      (cells) => cells.pop(),
      (cells) => cells.splice(1, 1, `${String(cells[1])}x`),
      (cells) => cells.splice(1, 1, String(cells[1]).replace('P2', 'P3')),
      (cells) => cells.splice(0, cells.length),
      (cells) => cells.splice(2, 1, 7),
    ];
    for (const damage of damages) {
      const { port, columns } = cache();
      writeBook(port, BOOKS[0], 's', 'x'.repeat(2.5 * PAGE_LETTERS), null);
      damage(columns[0]);
      expect(readBook(port, BOOKS[0])).toBeNull();
    }
    expect(readBook(cache().port, 'queue')).toBeNull();
  });
});
