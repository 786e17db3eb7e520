import { failure, run } from './script';

// Source of each: the reference of the named class under developers.google.com/apps-script/reference/spreadsheet.

describe('Spreadsheet', () => {
  test('getSheetByName gives null where there is none', () => {
    expect(run(`return ss.getSheetByName('nope');`)).toBeNull();
  });

  test('a new sheet has 1000 × 26 cells, comes after the one in front and becomes it', () => {
    expect(
      run(
        `const s = ss.insertSheet('new'); return [s.getMaxRows(), s.getMaxColumns(), s.getIndex(), ss.getActiveSheet().getName(), ss.insertSheet().getName()];`,
      ),
    ).toEqual([1000, 26, 2, 'new', 'Sheet3']);
  });

  test('a name that is taken is refused, whatever its case', () => {
    expect(failure(`ss.insertSheet('sheet1');`)).toBe(
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    );
  });

  test('the last sheet can not be deleted', () => {
    expect(failure(`ss.deleteSheet(sheet);`)).toBe("You can't remove all the sheets in a document.");
  });

  test('a handle of a deleted sheet fails', () => {
    expect(failure(`const s = ss.insertSheet('x'); ss.deleteSheet(s); s.getLastRow();`)).toMatch(
      /^Sheet \d+ not found$/,
    );
  });

  test('named ranges follow their cells', () => {
    expect(
      run(
        `ss.setNamedRange('total', sheet.getRange('B5')); sheet.insertRowBefore(1); sheet.deleteColumn(1); return [ss.getRangeByName('total').getA1Notation(), ss.getRange('total').getRow(), ss.getNamedRanges()[0].getName(), ss.getRangeByName('none')];`,
      ),
    ).toEqual(['A6', 6, 'total', null]);
  });
});

describe('addresses', () => {
  test.each([
    ['A1', 'A1', 1, 1, 1, 1],
    ['b2:c3', 'B2:C3', 2, 2, 2, 2],
    ['C3:B2', 'B2:C3', 2, 2, 2, 2],
    ['$D$4', 'D4', 4, 4, 1, 1],
    ['AA10', 'AA10', 10, 27, 1, 1],
    ['A:B', 'A:B', 1, 1, 50, 2],
    ['2:3', 'A2:AB3', 2, 1, 2, 28],
    ['B5:B', 'B5:B50', 5, 2, 46, 1],
    ['R2C3', 'C2', 2, 3, 1, 1],
    ['R1C1:R2C2', 'A1:B2', 1, 1, 2, 2],
  ])('%s', (text, a1, row, column, rows, columns) => {
    const size = `sheet.deleteRows(51, 950); sheet.insertColumnsAfter(26, 2);`;
    expect(
      run(
        `${size} const r = sheet.getRange('${text}'); return [r.getA1Notation(), r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns()];`,
      ),
    ).toEqual([a1, row, column, rows, columns]);
  });

  test('an address may name its sheet', () => {
    expect(
      run(
        `ss.insertSheet("Bob's"); ss.getRange("'Bob''s'!B2").setValue(1); return [ss.getRange("'Bob''s'!B2").getSheet().getName(), sheet.getLastRow()];`,
      ),
    ).toEqual(["Bob's", 0]);
  });

  test('what is no address, or outside, is refused', () => {
    expect(failure(`sheet.getRange('what?');`)).toBe('Range not found');
    expect(failure(`sheet.getRange(1, 27);`)).toBe(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(failure(`sheet.getRange(0, 1);`)).toBe('The starting row of the range is too small.');
    expect(failure(`sheet.getRange(1, 1, 0, 1);`)).toBe('The number of rows in the range must be at least 1.');
    expect(failure(`sheet.getRange(1, 0);`)).toBe('The starting column of the range is too small.');
    expect(failure(`sheet.getRange('A1').offset(-1, 0);`)).toBe('The starting row of the range is too small.');
  });

  test('a range keeps its place when rows are inserted above it', () => {
    expect(
      run(
        `const r = sheet.getRange('A2'); r.setValue('x'); sheet.insertRowBefore(1); return [r.getA1Notation(), r.getValue(), sheet.getRange('A3').getValue()];`,
      ),
    ).toEqual(['A2', '', 'x']);
  });
});

describe('extents', () => {
  test('the last row is the last with content; formats and notes do not count, formulas do', () => {
    expect(
      run(
        `sheet.getRange('B3').setValue('x'); sheet.getRange('D9').setBackground('red').setNote('n').setNumberFormat('0.00'); const a = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]; sheet.getRange('C5').setFormula('=A1'); sheet.getRange('A8').setValue(''); return [a, sheet.getLastRow()];`,
      ),
    ).toEqual([[3, 2, 'A1:B3'], 5]);
  });

  test('an empty sheet has the data range A1', () => {
    expect(
      run(`return [sheet.getLastRow(), sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues()];`),
    ).toEqual([0, 'A1', [['']]]);
  });

  test('a checkbox counts as content (it holds FALSE)', () => {
    expect(
      run(
        `sheet.getRange('A4').insertCheckboxes(); return [sheet.getLastRow(), sheet.getRange('A4').getValue(), sheet.getRange('A4').isChecked()];`,
      ),
    ).toEqual([4, false, false]);
  });

  test('appendRow goes below the last content and grows the sheet', () => {
    expect(
      run(
        `sheet.deleteRows(3, 998); sheet.appendRow(['a']); sheet.appendRow(['b', 2]); sheet.appendRow(['007']); return [sheet.getMaxRows(), sheet.getRange('A1:B3').getValues()];`,
      ),
    ).toEqual([
      3,
      [
        ['a', ''],
        ['b', 2],
        [7, ''],
      ],
    ]);
  });
});

describe('rows and columns', () => {
  const fill = `sheet.getRange('A1:C4').setValues([['h1','h2','h3'],[1,2,3],[4,5,6],[7,8,9]]);`;

  test('insert, delete and move', () => {
    expect(
      run(
        `${fill} sheet.insertRowAfter(1); sheet.insertColumnBefore(2); sheet.deleteRow(3); sheet.moveRows(sheet.getRange('4:4'), 2); sheet.moveColumns(sheet.getRange('D1'), 1); return sheet.getRange('A1:D4').getValues();`,
      ),
    ).toEqual([
      ['h3', 'h1', '', 'h2'],
      [9, 7, '', 8],
      ['', '', '', ''],
      [6, 4, '', 5],
    ]);
  });

  test('lines outside are refused, and not all may go', () => {
    expect(failure(`sheet.deleteRow(1001);`)).toBe('Those rows are out of bounds.');
    expect(failure(`sheet.deleteRows(1, 1000);`)).toBe("You can't delete all the rows on the sheet.");
    expect(failure(`sheet.setFrozenRows(1); sheet.deleteRows(2, 999);`)).toBe(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
  });

  test('new rows take the format of the row they were asked beside', () => {
    expect(
      run(
        `sheet.getRange('A2').setNumberFormat('0.00').setBackground('#ff0000'); sheet.insertRowAfter(2); return [sheet.getRange('A3').getNumberFormat(), sheet.getRange('A3').getBackground(), sheet.getRange('A4').getBackground()];`,
      ),
    ).toEqual(['0.00', '#ff0000', '#ffffff']);
  });

  test('hide, freeze, width, height', () => {
    expect(
      run(
        `sheet.hideRows(2, 2); sheet.hideColumns(3); sheet.setFrozenRows(1); sheet.setColumnWidth(1, 240); sheet.setRowHeight(2, 50); return [sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4), sheet.isColumnHiddenByUser(3), sheet.getFrozenRows(), sheet.getColumnWidth(1), sheet.getColumnWidth(2), sheet.getRowHeight(2), sheet.getRowHeight(3)];`,
      ),
    ).toEqual([true, false, true, 1, 240, 100, 50, 21]);
  });

  test('merges, notes and frozen rows move with their rows', () => {
    expect(
      run(
        `sheet.setFrozenRows(2); sheet.getRange('A3:B3').merge(); sheet.getRange('A3').setNote('n'); sheet.insertRowBefore(1); return [sheet.getFrozenRows(), sheet.getRange('A1:Z10').getMergedRanges().map((r) => r.getA1Notation()), sheet.getRange('A4').getNote()];`,
      ),
    ).toEqual([3, ['A4:B4'], 'n']);
  });
});

describe('sort, filter, find', () => {
  const fill = `sheet.getRange('A1:B5').setValues([['n','t'],[3,'c'],['x','a'],['','b'],[1,'A']]);`;

  test('sort: numbers, then text, blanks last either way; text without regard to case; stable', () => {
    expect(
      run(
        `${fill} const r = sheet.getRange('A2:B5'); r.sort(1); const up = r.getValues(); r.sort({ column: 1, ascending: false }); const down = r.getValues(); r.sort([{ column: 2 }]); return [up, down, r.getValues()];`,
      ),
    ).toEqual([
      [
        [1, 'A'],
        [3, 'c'],
        ['x', 'a'],
        ['', 'b'],
      ],
      [
        ['x', 'a'],
        [3, 'c'],
        [1, 'A'],
        ['', 'b'],
      ],
      [
        ['x', 'a'],
        [1, 'A'],
        ['', 'b'],
        [3, 'c'],
      ],
    ]);
  });

  test('sort moves formats and notes with the cells, and leaves drop-downs in place', () => {
    expect(
      run(
        `${fill} sheet.getRange('A2').setBackground('#00ff00').setNote('three'); sheet.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['q']).build()); sheet.getRange('A2:B5').sort(1); return [sheet.getRange('A3').getBackground(), sheet.getRange('A3').getNote(), sheet.getRange('A2').getBackground(), sheet.getRange('A2').getDataValidation() !== null, sheet.getRange('A3').getDataValidation()];`,
      ),
    ).toEqual(['#00ff00', 'three', '#ffffff', true, null]);
  });

  test('a sheet is sorted below its frozen rows', () => {
    expect(
      run(`${fill} sheet.setFrozenRows(1); sheet.sort(2, false); return sheet.getRange('B1:B5').getValues().flat();`),
    ).toEqual(['t', 'c', 'b', 'a', 'A']);
  });

  test('a filter hides rows from people, not from getValues', () => {
    expect(
      run(
        `${fill} const f = sheet.getRange('A1:B5').createFilter(); f.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['a']).build()); const hidden = [2, 3, 4, 5].map((r) => sheet.isRowHiddenByFilter(r)); const n = sheet.getDataRange().getValues().length; f.remove(); return [hidden, n, sheet.isRowHiddenByFilter(3), sheet.getFilter()];`,
      ),
    ).toEqual([[false, true, false, false], 5, false, null]);
  });

  test('a text finder looks at what is shown, without regard to case unless told', () => {
    expect(
      run(
        `${fill} const all = (f) => f.findAll().map((r) => r.getA1Notation()); return [all(sheet.createTextFinder('a')), all(sheet.createTextFinder('a').matchCase(true)), all(sheet.createTextFinder('[13]').useRegularExpression(true)), all(sheet.createTextFinder('nothing')), sheet.getRange('B:B').createTextFinder('a').findNext().getRow()];`,
      ),
    ).toEqual([['B3', 'B5'], ['B3'], ['A2', 'A5'], [], 3]);
  });

  test('it replaces, and tells how often', () => {
    expect(
      run(
        `sheet.getRange('A1:A2').setValues([['a-a'], ['b']]); return [sheet.createTextFinder('a').replaceAllWith('x'), sheet.getRange('A1:A2').getValues()];`,
      ),
    ).toEqual([2, [['x-x'], ['b']]]);
  });
});

describe('copying and clearing', () => {
  test('copyTo carries everything, repeats itself over a larger target, and can carry values or formats only', () => {
    expect(
      run(
        `sheet.getRange('A1').setFormula('=1+2').setBackground('#ff0000'); sheet.getRange('A1').copyTo(sheet.getRange('B1:B2')); sheet.getRange('A1').copyTo(sheet.getRange('C1'), { contentsOnly: true }); sheet.getRange('A1').copyTo(sheet.getRange('D1'), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false); return [sheet.getRange('A1:D2').getFormulas(), sheet.getRange('A1:D2').getValues(), sheet.getRange('A1:D1').getBackgrounds()];`,
      ),
    ).toEqual([
      [
        ['=1+2', '=1+2', '', ''],
        ['', '=1+2', '', ''],
      ],
      [
        [3, 3, 3, ''],
        ['', 3, '', ''],
      ],
      [['#ff0000', '#ff0000', '#ffffff', '#ff0000']],
    ]);
  });

  test('moveTo empties its source', () => {
    expect(
      run(
        `sheet.getRange('A1:B1').setValues([[1, 2]]); sheet.getRange('A1:B1').moveTo(sheet.getRange('B2')); return sheet.getRange('A1:C2').getValues();`,
      ),
    ).toEqual([
      ['', '', ''],
      ['', 1, 2],
    ]);
  });

  test('clear, clearContent, clearFormat, clearNote', () => {
    const fresh = `const r = sheet.getRange('A1'); r.setValue(1).setBackground('#ff0000').setNote('n');`;
    const look = `[r.getValue(), r.getBackground(), r.getNote()]`;
    expect(
      run(
        `const out = []; for (const how of ['clear', 'clearContent', 'clearFormat', 'clearNote']) { ${fresh} r[how](); out.push(${look}); } return out;`,
      ),
    ).toEqual([
      ['', '#ffffff', 'n'],
      ['', '#ff0000', 'n'],
      [1, '#ffffff', 'n'],
      [1, '#ff0000', ''],
    ]);
  });

  test('removeDuplicates keeps the first of each, and closes the gaps', () => {
    expect(
      run(
        `sheet.getRange('A1:B4').setValues([['a', 1], ['A', 1], ['b', 2], ['a', 2]]); const left = sheet.getRange('A1:B4').removeDuplicates(); return [left.getA1Notation(), left.getValues(), sheet.getLastRow()];`,
      ),
    ).toEqual([
      'A1:B3',
      [
        ['a', 1],
        ['b', 2],
        ['a', 2],
      ],
      3,
    ]);
  });
});

describe('looks and rules', () => {
  test('formats, colours, fonts, alignment, wrap: one value, and a table', () => {
    expect(
      run(
        `const r = sheet.getRange('A1:B1'); r.setNumberFormats([['0.0', '@']]).setBackgrounds([['red', null]]).setFontWeight('bold').setFontColor('#abc').setHorizontalAlignment('center').setWrap(true).setFontSize(12); return [r.getNumberFormats(), r.getBackgrounds(), r.getFontWeights(), r.getFontColor(), r.getHorizontalAlignment(), r.getWrap(), String(r.getWrapStrategy()), r.getFontSize()];`,
      ),
    ).toEqual([[['0.0', '@']], [['#ff0000', '#ffffff']], [['bold', 'bold']], '#aabbcc', 'center', true, 'WRAP', 12]);
  });

  test('number formats are drawn', () => {
    const shown = (format: string, value: string): unknown =>
      run(
        `const r = sheet.getRange('A1'); r.setValue(${value}); r.setNumberFormat(${JSON.stringify(format)}); return r.getDisplayValue();`,
      );
    expect([
      shown('0.00', '2.346'),
      shown('#,##0', '1234567'),
      shown('0%', '0.256'),
      shown('"€" #,##0.00', '-5'),
      shown('yyyy-mm-dd', 'new Date(2026, 0, 5)'),
      shown('dd/mm/yyyy hh:mm', 'new Date(2026, 0, 5, 9, 7)'),
      shown('ddd d mmm', 'new Date(2026, 0, 5)'),
    ]).toEqual(['2.35', '1,234,567', '26%', '-€ 5.00', '2026-01-05', '05/01/2026 09:07', 'Mon 5 Jan']);
  });

  test('a drop-down comes back as it was built', () => {
    expect(
      run(
        `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], true).setAllowInvalid(false).setHelpText('pick').build(); sheet.getRange('A1:A3').setDataValidation(rule); const got = sheet.getRange('A2').getDataValidation(); return [String(got.getCriteriaType()), got.getCriteriaValues(), got.getAllowInvalid(), got.getHelpText(), got.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST];`,
      ),
    ).toEqual(['VALUE_IN_LIST', [['a', 'b'], true], false, 'pick', true]);
  });

  test('a drop-down that rejects input refuses scripts too, and leaves what was there', () => {
    const strict = `sheet.getRange('A1:A2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build()); sheet.getRange('A1').setValue('a');`;
    expect(failure(`${strict} sheet.getRange('A1:A2').setValues([['b'], ['x']]);`)).toBe(
      'The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: a, b.',
    );
    expect(
      run(
        `${strict} try { sheet.getRange('A1:A2').setValues([['b'], ['x']]); } catch (e) {} const kept = sheet.getRange('A1:A2').getValues(); sheet.getRange('A1').setValue(''); return [kept, sheet.getRange('A1').getValue()];`,
      ),
    ).toEqual([[['a'], ['']], '']);
  });

  test('conditional format rules come back as they were built, and follow their cells', () => {
    expect(
      run(
        `const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('due').setBackground('#ff0000').setRanges([sheet.getRange('B2:B9')]).build(); sheet.setConditionalFormatRules([rule]); sheet.insertColumnBefore(1); const got = sheet.getConditionalFormatRules()[0]; return [got.getRanges()[0].getA1Notation(), String(got.getBooleanCondition().getCriteriaType()), got.getBooleanCondition().getCriteriaValues(), got.getBooleanCondition().getBackground()];`,
      ),
    ).toEqual(['C2:C9', 'TEXT_EQUAL_TO', ['due'], '#ff0000']);
  });

  test('a protected range keeps other accounts out, a warning does not', () => {
    const protect = `const p = sheet.getRange('A1:A2').protect().setDescription('ids'); p.addEditor('ann@example.com'); p.removeEditors(p.getEditors().map((u) => u.getEmail()).filter((m) => m !== 'ann@example.com'));`;
    expect(
      run(
        `${protect} return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((q) => [q.getDescription(), q.getEditors().map((u) => u.getEmail()), q.canEdit()]);`,
      ),
    ).toEqual([['ids', ['owner@example.com', 'ann@example.com'], true]]);
    expect(
      run(
        `sheet.getRange('A1').protect().setWarningOnly(true); sheet.getRange('A1').setValue(1); return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].isWarningOnly();`,
      ),
    ).toBe(true);
  });

  test('developer metadata follows its row and column, and goes with it', () => {
    expect(
      run(
        `sheet.getRange('B:B').addDeveloperMetadata('col', 'id'); sheet.getRange('3:3').addDeveloperMetadata('row', 'r'); sheet.insertColumnBefore(1); sheet.insertRowBefore(1); const at = (k) => sheet.createDeveloperMetadataFinder().withKey(k).find().map((m) => (m.getLocation().getColumn() || m.getLocation().getRow()).getA1Notation()); const before = [at('col'), at('row')]; sheet.deleteColumn(3); return [before, at('col'), at('row').length];`,
      ),
    ).toEqual([[['C:C'], ['A4:AA4']], [], 1]);
    expect(failure(`sheet.getRange('A1:B2').addDeveloperMetadata('x');`)).toContain('arbitrary ranges');
    expect(failure(`sheet.addDeveloperMetadata('x', 'y'.repeat(30000));`)).toContain('storage limit');
  });

  test('R1C1 formulas are read and written relative to their cell', () => {
    expect(
      run(
        `sheet.getRange('B2:B3').setFormulaR1C1('=R[-1]C[0]*R1C1+SUM(C1:C1)'); return [sheet.getRange('B2:B3').getFormulas(), sheet.getRange('B3').getFormulaR1C1()];`,
      ),
    ).toEqual([[['=B1*$A$1+SUM($A:$A)'], ['=B2*$A$1+SUM($A:$A)']], '=R[-1]C[0]*R1C1+SUM(C1:C1)']);
  });
});
