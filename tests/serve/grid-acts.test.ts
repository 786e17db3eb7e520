import type { CellMatrix, Op, Sheet } from '../../host/page/fortune';
import { ActReader } from '../../host/page/grid-acts';
import { blockOfText } from '../../host/page/paste';

const text = (value: string) => ({ v: value, m: value });

/** A reader over one sheet of three by three, and what the grid holds after `change`. */
function reading(change: (cells: CellMatrix) => Op[], typed?: [row: number, column: number, text: string]) {
  const blank = (): CellMatrix => [
    [text('a'), text('b'), null],
    [null, null, null],
    [null, null, null],
  ];
  const reader = new ActReader(new Map([['s', blank()]]));
  const data = blank();
  if (typed) reader.noteTyped('s', ...typed);
  reader.take(change(data));
  return reader.read([{ name: 'S', id: 's', data } as Sheet]);
}

const op = (row: number, column: number): Op => ({ op: 'replace', id: 's', path: ['data', row, column] });

describe('what a person did in the grid', () => {
  test('typing is told as it was typed, whatever the grid made of it', () => {
    const acts = reading(
      (cells) => {
        cells[1][0] = { v: 7, m: '7' };
        return [op(1, 0)];
      },
      [1, 0, '007'],
    );
    expect(acts).toEqual([{ kind: 'type', sheet: 's', row: 1, column: 0, text: '007' }]);
  });

  test('the Delete key over a block is one clearing', () => {
    const acts = reading((cells) => {
      cells[0][0] = null;
      cells[0][1] = {};
      return [op(0, 0), op(0, 1)];
    });
    expect(acts).toEqual([{ kind: 'clear', sheet: 's', row: 0, column: 0, rows: 1, columns: 2 }]);
  });

  test('a block that was filled is one pasting; text keeps an apostrophe, so that it is not read again', () => {
    const acts = reading((cells) => {
      cells[1] = [text('007'), { v: 5, m: '5' }, null];
      return [{ op: 'replace', id: 's', path: ['data', 1] }];
    });
    expect(acts).toEqual([{ kind: 'paste', sheet: 's', row: 1, column: 0, block: [["'007", '5']] }]);
  });

  test('a look that changed is a format and no edit', () => {
    const acts = reading((cells) => {
      cells[0][0] = { ...text('a'), bl: 1 };
      return [op(0, 0)];
    });
    expect(acts).toEqual([
      { kind: 'format', sheet: 's', row: 0, column: 0, rows: 1, columns: 1, style: { bold: true } },
    ]);
  });

  test('inserted and deleted lines come with their place', () => {
    const insert = { type: 'row', index: 0, count: 2, direction: 'rightbottom', id: 's' };
    const remove = { type: 'column', start: 1, end: 2, id: 's' };
    const acts = reading(() => [
      { op: 'insertRowCol', id: 's', path: [], value: insert },
      { op: 'deleteRowCol', id: 's', path: [], value: remove },
    ]);
    expect(acts).toEqual([
      { kind: 'insert', sheet: 's', of: 'rows', at: 1, count: 2 },
      { kind: 'delete', sheet: 's', of: 'columns', at: 1, count: 2 },
    ]);
  });

  test('a line is deleted once, should the grid say it twice at one time, and what it shifts by that is no edit', () => {
    const remove: Op = {
      op: 'deleteRowCol',
      id: 's',
      path: [],
      value: { type: 'row', start: 0, end: 0, id: 's' },
    };
    const acts = reading((cells) => {
      cells.shift();
      cells[0][0] = { f: '=A9', v: 1 };
      return [remove, op(0, 0), remove, op(0, 0)];
    });
    expect(acts).toEqual([{ kind: 'delete', sheet: 's', of: 'rows', at: 0, count: 1 }]);
  });

  test('the same change is told once, should the grid say it twice', () => {
    const reader = new ActReader(new Map([['s', [[text('a')]] as CellMatrix]]));
    const sheet = { name: 'S', id: 's', data: [[text('b')]] } as Sheet;
    reader.take([op(0, 0)]);
    expect(reader.read([sheet])).toHaveLength(1);
    reader.take([op(0, 0)]);
    expect(reader.read([sheet])).toEqual([]);
  });
});

test('the clipboard’s text is a block: tabs, line ends, and quotes around what holds them', () => {
  expect(blockOfText('a\t"b\nc"\r\nd')).toEqual([
    ['a', 'b\nc'],
    ['d', ''],
  ]);
});
