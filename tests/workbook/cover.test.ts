import fc from 'fast-check';
import { coverEdits, rowRuns } from '../../src/workbook/cover';

const edit = fc.record({ at: fc.integer({ min: 2, max: 60 }), position: fc.integer({ min: 1, max: 12 }) });

describe('coverEdits', () => {
  it('holds every edit and nothing that may not be written', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 80 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
        fc.uniqueArray(fc.integer({ min: 2, max: 60 })),
        (edits, staffColumns, strangeRows) => {
          const wanted = new Set(edits.map(({ at, position }) => `${at}|${position}`));
          const touched = new Set(edits.map(({ at }) => at));
          const blocks = coverEdits(
            edits,
            (position) => !staffColumns.includes(position),
            (row) => touched.has(row) || !strangeRows.includes(row),
          );
          const covered = new Set<string>();
          for (const { top, bottom, left, right } of blocks) {
            for (let at = top; at <= bottom; at++) {
              for (let position = left; position <= right; position++) {
                const cell = `${at}|${position}`;
                if (!wanted.has(cell)) {
                  expect(staffColumns).not.toContain(position);
                  if (!touched.has(at)) expect(strangeRows).not.toContain(at);
                }
                covered.add(cell);
              }
            }
          }
          for (const cell of wanted) expect(covered).toContain(cell);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('writes neighbours along rather than making another call', () => {
    const edits = [3, 4, 9, 30].flatMap((at) => [2, 5].map((position) => ({ at, position })));
    expect(
      coverEdits(
        edits,
        () => true,
        () => true,
      ),
    ).toEqual([{ top: 3, bottom: 30, left: 2, right: 5 }]);
  });

  it('makes two calls where what lies between would cost more', () => {
    const edits = [
      { at: 2, position: 1 },
      { at: 5000, position: 1 },
    ];
    expect(
      coverEdits(
        edits,
        () => true,
        () => true,
      ),
    ).toHaveLength(2);
  });
});

describe('rowRuns', () => {
  it('goes from the bottom up, so that deleting one run does not move the next', () => {
    expect(rowRuns([2, 3, 4, 9, 11])).toEqual([
      { row: 11, count: 1 },
      { row: 9, count: 1 },
      { row: 2, count: 3 },
    ]);
  });
});
