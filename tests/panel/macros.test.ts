import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callableFunctions } from '../../host/serve/callable';
import { hostOn, run, shopBook, syncNow, table } from '../support/product';

const dist = join(__dirname, '..', '..', 'dist');
const { sheets } = JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8'));
const macros: { menuName: string; functionName: string; defaultShortcut: string }[] = sheets.macros;

/** https://developers.google.com/apps-script/manifest/sheets */
describe('keys of the grid', () => {
  test('each stands for a function of the script, on a key of its own that Google allows', () => {
    const code = readFileSync(join(dist, 'Code.js'), 'utf8');
    const callable = callableFunctions(code);
    expect(macros.map(({ functionName }) => functionName).filter((name) => !callable.includes(name))).toEqual([]);
    expect(macros.map(({ defaultShortcut }) => defaultShortcut)).toEqual(
      macros.map((_, at) => `Ctrl+Alt+Shift+${at + 1}`),
    );
    expect(new Set(macros.map(({ functionName }) => functionName)).size).toBe(7);
  });

  test('act on the row that is selected, and are taken back', () => {
    const host = hostOn(shopBook());
    run(host, 'setUp');
    syncNow(host);
    const before = table(host.book, 'followed-up');
    const row = before.findIndex(({ Status }) => Status === 'New');
    host.person.select('followed-up', `A${before[row].at}`);
    expect(run(host, 'keySnooze')).toContain(before[row].Name);
    expect(table(host.book, 'followed-up')[row].Reminder).toBe('snoozed');
    expect(run(host, 'keyContacted')).toContain('contacted');
    expect(table(host.book, 'followed-up')[row]).toMatchObject({ Reminder: 'contacted', 'Next step': 'call' });
    run(host, 'keyUndo');
    expect(table(host.book, 'followed-up')[row].Reminder).toBe('snoozed');
    host.person.select('staff', 'A2');
    expect(run(host, 'keyTried')).toBeNull();
    expect(JSON.stringify(host.ui)).toContain('No follow-up is selected');
    expect(table(host.book, 'followed-up')[row].Tries).toBe('');
  });
});
