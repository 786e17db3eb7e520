import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellObject, read, utils } from '@e965/xlsx';
import { serialOf } from '../../bench/generate/dates';
import { officeSheets } from '../../bench/generate/office';
import { DEMO, generateShop } from '../../bench/generate/shop';
import type { TypedCell } from '../../bench/generate/types';
import { valuesOf, workbookBytes } from '../../bench/generate/workbook';
import { main } from '../../bench/generate-demo';

const FILE = join(__dirname, '../../demo/shop.xlsx');
const { sheets: shop, truth } = generateShop(DEMO);
const sheets = [...shop, ...officeSheets()];

/** What a cell must be in the file: type, value, and for dates and formulas what makes them that. */
function expected(cell: TypedCell): unknown {
  if (cell === '') return undefined;
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  if ('formula' in cell) return { t: 'n', v: cell.value, f: cell.formula.slice(1) };
  return { t: 'n', v: serialOf(cell.date), z: cell.date.length > 10 ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy' };
}

/** A cell as the file has it; the number format is told of dates only. */
function found(cell: CellObject | undefined): unknown {
  if (!cell) return undefined;
  const { t, v, f, z } = cell;
  return { t, v, ...(f && { f }), ...(z && z !== 'General' && { z }) };
}

describe('demo/shop.xlsx', () => {
  const bytes = readFileSync(FILE);
  const book = read(bytes, { cellNF: true, cellFormula: true });

  it('holds cell for cell what the generator makes', () => {
    expect(book.SheetNames).toEqual(sheets.map(({ name }) => name));
    for (const { name, rows } of sheets) {
      const cells = rows.map((row, r) => row.map((_, c) => found(book.Sheets[name][utils.encode_cell({ r, c })])));
      expect(cells).toEqual(rows.map((row) => row.map(expected)));
    }
  });

  it('is small, and the same bytes each time it is made', () => {
    expect(bytes.length).toBeLessThan(250_000);
    expect(workbookBytes(sheets).equals(bytes)).toBe(true);
  });

  it('is what the command writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      main(['--out', join(folder, 'new', 'shop.xlsx'), '--json']);
      expect(readFileSync(join(folder, 'new', 'shop.xlsx')).equals(bytes)).toBe(true);
      expect(JSON.parse(said.mock.calls[0][0])).toMatchObject({ orders: 400, persons: truth.persons.length });
    } finally {
      said.mockRestore();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('valuesOf', () => {
  it('gives formulas as values and dates as Dates, midnight where the day is all that is known', () => {
    const [[text, sum, day, minute]] = valuesOf([
      ['a', { formula: '=1+1', value: 2 }, { date: '2026-10-14' }, { date: '2026-10-14T09:32:00' }],
    ]);
    expect([text, sum]).toEqual(['a', 2]);
    expect(day).toEqual(new Date(2026, 9, 14));
    expect(minute).toEqual(new Date(2026, 9, 14, 9, 32));
  });
});
