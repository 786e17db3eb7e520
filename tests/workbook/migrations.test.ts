import { upgrade } from '../../src/workbook/migrations';
import type { WorkbookPort } from '../../src/workbook/port';

/** Three steps that write down that they were taken; the workbook itself plays no part. */
function workbookOf(version: string | null) {
  const kept = new Map<string, string>(version === null ? [] : [['schema', version]]);
  const taken: number[] = [];
  const store = {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
  };
  const steps = [1, 2, 3].map((from) => () => void taken.push(from));
  return { kept, taken, store, steps };
}

const noWorkbook = {} as WorkbookPort;

describe('upgrade', () => {
  it.each([
    ['1', [1, 2, 3]],
    ['2', [2, 3]],
    ['3', [3]],
    ['4', []],
    [null, []],
  ])('leads a workbook of version %s to the last one by the steps it lacks', (version, expected) => {
    const { kept, taken, store, steps } = workbookOf(version);
    upgrade(store, noWorkbook, steps);
    expect(taken).toEqual(expected);
    expect(kept.get('schema')).toBe('4');
  });

  it('goes on where it was cut off', () => {
    const { kept, taken, store, steps } = workbookOf('1');
    const cut = [
      steps[0],
      () => {
        throw new Error('cut off');
      },
      steps[2],
    ];
    expect(() => upgrade(store, noWorkbook, cut)).toThrow('cut off');
    expect(kept.get('schema')).toBe('2');
    upgrade(store, noWorkbook, steps);
    expect(taken).toEqual([1, 2, 3]);
  });

  it('refuses a workbook of a later version, and changes nothing', () => {
    const { kept, taken, store, steps } = workbookOf('5');
    expect(() => upgrade(store, noWorkbook, steps)).toThrow('set up by a later version (5; this one knows 4)');
    expect(taken).toEqual([]);
    expect(kept.get('schema')).toBe('5');
  });
});
