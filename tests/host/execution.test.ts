import { type CallPoint, COSTS, type Host, type Intercept, type Workbook } from '../../host';
import { call, hostOf, START, valueFrom } from './script';

// Sources: B = Apps Script guide "Best practices" and the 2010 blog "Optimizing spreadsheet operations" (every read first commits the
// write cache); Q = guide "Quotas for Google services"; D = the project's DESIGN.md, "Cost model".

const script = `
function rows() { const s = SpreadsheetApp.getActive().getActiveSheet(); return s.getRange(1, 1, 5, 2).getValues(); }
function writes() { const s = SpreadsheetApp.getActive().getActiveSheet(); for (let i = 1; i <= 4; i++) s.getRange(i, 1).setValue('w' + i); s.getLastRow(); s.getRange('B1').setValue('last'); }
function caught() { const s = SpreadsheetApp.getActive().getActiveSheet(); try { s.getRange('A1').setValue(1); } catch (e) { s.getRange('B1').setValue('caught ' + e.message); return 'caught'; } return 'fine'; }
function forever() { try { for (;;) SpreadsheetApp.getActive().getActiveSheet().getRange('A1').getValue(); } catch (e) { return 'caught'; } finally { SpreadsheetApp.getActive().getActiveSheet().getRange('C1').setValue('finally'); } }
function sleepy() { const t = Date.now(); Utilities.sleep(5000); return Date.now() - t; }
var counter = 0;
function count() { return ++counter; }
`;

describe('cost (D)', () => {
  test('a call counts when it crosses to the servers; handles are free and counted apart', () => {
    const { calls, handles, cellsRead, cellsWritten, byMethod } = hostOf(script).run('rows');
    expect({ calls, handles, cellsRead, cellsWritten, byMethod }).toEqual({
      calls: 1,
      handles: 3,
      cellsRead: 10,
      cellsWritten: 0,
      byMethod: { 'Range.getValues': 1 },
    });
  });

  test('modelled time is the table applied, and CPU time', () => {
    const result = hostOf(script).run('rows');
    expect(result.modelledMs - result.cpuMs).toBeCloseTo(COSTS.call + 10 * COSTS.cellRead, 6);
  });

  test('every execution starts with fresh globals (V8 guide)', () => {
    const host = hostOf(script);
    expect([call(host, 'count'), call(host, 'count')]).toEqual([1, 1]);
  });

  test('sleep moves the clock, and the clock of the host with it', () => {
    const host = hostOf(script);
    expect(call(host, 'sleepy')).toBe(5000);
    expect(host.now).toBe(START + 5000);
  });

  test('a run repeats: same calls, same clock, same random numbers', () => {
    const code = `function main() { const s = SpreadsheetApp.getActive().getActiveSheet(); s.appendRow([Math.random(), Utilities.getUuid(), new Date()]); s.getLastRow(); return [s.getRange('A1:C1').getValues(), Date.now()]; }`;
    expect(call(hostOf(code), 'main')).toEqual(call(hostOf(code), 'main'));
  });

  test('with a frozen clock the script sees no time pass, and the cost is counted all the same', () => {
    const host = hostOf(script, { freezeClock: true });
    expect(call(host, 'sleepy')).toBe(0);
    expect(host.now).toBe(START);
  });
});

describe('the write cache (B): what people do lands before or after a batch of writes, never inside it', () => {
  /** Sorts at one call and tells what column A looked like just after. */
  function actAt(index: number): { points: CallPoint[]; book: Workbook } {
    const points: CallPoint[] = [];
    const host = hostOf(script, {
      intercept: (point, self) => {
        points.push(point);
        if (point.index === index) self.person.insertRows('Sheet1', 1);
        return undefined;
      },
    });
    valueFrom(host.run('writes'));
    return { points, book: host.book };
  }
  const column = (book: Workbook): unknown[] => [1, 2, 3, 4, 5].map((row) => book.sheet('Sheet1').value(row, 1));

  test('the points tell which calls continue a batch', () => {
    expect(actAt(-1).points.map(({ method, batch }) => [method, batch])).toEqual([
      ['Range.setValue', false],
      ['Range.setValue', true],
      ['Range.setValue', true],
      ['Range.setValue', true],
      ['Sheet.getLastRow', false],
      ['Range.setValue', false],
    ]);
  });

  test('an act at the first write lands before all of them', () => {
    expect(column(actAt(0).book)).toEqual(['w1', 'w2', 'w3', 'w4', null]);
  });

  test.each([1, 2, 3, 4])('an act at call %i lands after all of them', (index) => {
    expect(column(actAt(index).book)).toEqual([null, 'w1', 'w2', 'w3', 'w4']);
  });

  test('an act looks up its place when it is done, not when it is ordered', () => {
    const seen: unknown[] = [];
    const host = hostOf(script, {
      intercept: (point, self) => {
        if (point.index === 1) self.person.act(() => seen.push(self.book.sheet('Sheet1').lastRow()));
        return undefined;
      },
    });
    host.run('writes');
    expect(seen).toEqual([4]);
  });
});

describe('trouble outside of the script', () => {
  test.each([0, 2, 5])('what an interceptor throws at call %i is no matter of the script', (index) => {
    const host = hostOf(script, {
      intercept: (point, self) => {
        if (point.index === index) self.person.type('No such sheet', 'A1', 'x');
        return undefined;
      },
    });
    expect(() => host.run('writes')).toThrow('There is no sheet "No such sheet" in this workbook.');
    expect(host.run('count').ok).toBe(true);
  });
});

describe('faults', () => {
  const at = (index: number, answer: Intercept): Host =>
    hostOf(script, { intercept: (point) => (point.index === index ? answer : undefined) });
  const column = (host: Host): unknown[] => [1, 2, 3, 4].map((row) => host.book.sheet('Sheet1').value(row, 1));

  test("a failing call throws Google's words, which the script may catch", () => {
    const host = at(0, { fail: 'Service Spreadsheets timed out while accessing document' });
    expect(call(host, 'caught')).toBe('caught');
    expect(host.book.sheet('Sheet1').value(1, 2)).toBe(
      'caught Service Spreadsheets timed out while accessing document',
    );
  });

  test('a kill is seen by no catch, and nothing done after it counts', () => {
    const host = at(0, 'kill');
    const result = host.run('caught');
    expect([result.ok, result.error?.message, host.book.sheet('Sheet1').lastRow()]).toEqual([
      false,
      'Exceeded maximum execution time',
      0,
    ]);
  });

  test.each([0, 1, 2, 3])('a kill within a batch may leave any prefix of it: %i writes', (kept) => {
    const host = at(3, { kill: true, kept });
    host.run('writes');
    expect(column(host)).toEqual(['w1', 'w2', 'w3'].map((text, i) => (i < kept ? text : null)).concat([null]));
  });

  test("what another run wrote within a batch outlives the batch's own loss", () => {
    const host = hostOf(script, {
      intercept: ({ index }, self) => {
        if (index === 1) self.run('caught');
        return index === 3 ? { kill: true, kept: 0 } : undefined;
      },
    });
    host.run('writes');
    expect(column(host)).toEqual([1, null, null, null]);
  });

  test('without a number, all writes that were made are kept', () => {
    const host = at(3, 'kill');
    host.run('writes');
    expect(column(host)).toEqual(['w1', 'w2', 'w3', null]);
  });

  test('a failure within a batch may leave any prefix of it', () => {
    const host = at(2, { fail: 'Service error', kept: 1 });
    expect(host.run('writes').ok).toBe(false);
    expect(column(host)).toEqual(['w1', null, null, null]);
  });
});

describe('limits (Q)', () => {
  test('a run ends at 6 minutes of the modelled clock, past any catch or finally', () => {
    const host = hostOf(script);
    const result = host.run('forever');
    expect([result.ok, result.error?.message]).toEqual([false, 'Exceeded maximum execution time']);
    expect(result.calls).toBeLessThanOrEqual(6000);
    expect(host.book.sheet('Sheet1').value(1, 3)).toBeNull();
  });

  test('a script that makes no calls is stopped by the real clock', () => {
    const result = hostOf('function main() { for (;;); }', { limits: { realMs: 50 } }).run('main');
    expect(result.error?.message).toBe('Exceeded maximum execution time');
  });

  test('a function that is not there is told by name', () => {
    expect(hostOf(script).run('nothing').error?.message).toBe('Script function not found: nothing');
  });

  test('an async function is waited for (V8 guide: promises work, there is no macrotask loop)', () => {
    const host = hostOf(
      'async function main() { await Promise.resolve(); return (await Promise.all([1, 2])).length; } function never() { return new Promise(() => {}); } async function bad() { throw new Error("no"); }',
    );
    expect(call(host, 'main')).toBe(2);
    expect(host.run('never').ok).toBe(false);
    expect(host.run('bad').error?.message).toBe('no');
  });

  test('an error tells its name and where in the script it was', () => {
    const { error } = hostOf('function main() {\n  null.x;\n}').run('main');
    expect([error?.name, error?.stack.includes('Code.js:2')]).toEqual(['TypeError', true]);
  });
});

describe('what a script sees', () => {
  test('JavaScript and Apps Script, nothing of browsers or Node (V8 guide, limitations)', () => {
    const names = [
      'setTimeout',
      'setInterval',
      'fetch',
      'URL',
      'URLSearchParams',
      'TextEncoder',
      'atob',
      'crypto',
      'window',
      'document',
      'navigator',
      'performance',
      'process',
      'require',
      'module',
      'Buffer',
      'global',
      '__enter',
    ];
    const body = `return ${JSON.stringify(names)}.filter((name) => typeof globalThis[name] !== 'undefined');`;
    expect(call(hostOf(`function main() { ${body} }`), 'main')).toEqual([]);
  });

  test('no way leads from the services into our realm', () => {
    const body = `
      const things = [SpreadsheetApp, SpreadsheetApp.getActive(), SpreadsheetApp.getActive().getSheets(), SpreadsheetApp.getActive().getActiveSheet().getRange('A1').getValues(), ScriptApp.getProjectTriggers(), Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'x'), PropertiesService.getScriptProperties().getProperties(), SpreadsheetApp.getActive().createTextFinder('x').findAll(), console, Logger];
      return things.filter((thing) => thing.constructor.constructor('return typeof process')() !== 'undefined').length;`;
    expect(call(hostOf(`function main() { ${body} }`), 'main')).toBe(0);
  });

  test('a service that the host has not says so by name', () => {
    expect(hostOf('function main() { return GmailApp.getInboxThreads(); }').run('main').error?.message).toBe(
      'GmailApp exists at Google; this host does not do it yet',
    );
    expect(
      hostOf('function main() { SpreadsheetApp.getActive().getActiveSheet().newChart(); }').run('main').error?.message,
    ).toBe('Sheet.newChart exists at Google; this host does not do it yet');
    expect(
      hostOf('function main() { SpreadsheetApp.getActive().getActiveSheet().noSuchThing(); }').run('main').error
        ?.message,
    ).toContain('is not a function');
  });
});
