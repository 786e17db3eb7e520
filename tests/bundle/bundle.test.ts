import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfCode, faultsOfDist, faultsOfHtml } from './faults';
import { declaredEntryPoints } from './inspect';

const root = join(__dirname, '..', '..');

describe('the bundle that Google gets', () => {
  test('has exactly the declared entry points, runs nothing at load, and names nothing Apps Script lacks', () => {
    expect(faultsOfDist(root)).toEqual([]);
  });

  test('consists of what .claspignore lets through, and nothing else', () => {
    expect(
      readdirSync(join(root, 'dist')).filter((name) => !/^(Code\.js|appsscript\.json|\w+\.html)$/.test(name)),
    ).toEqual([]);
    expect(existsSync(join(root, 'dist', 'Panel.html'))).toBe(true);
  });

  test('asks for the permissions that its calls need, and for no more', () => {
    const code = readFileSync(join(root, 'dist', 'Code.js'), 'utf8');
    const { oauthScopes } = JSON.parse(readFileSync(join(root, 'dist', 'appsscript.json'), 'utf8'));
    const needed = Object.keys(NEEDED_BY).filter((scope) => NEEDED_BY[scope].test(code));
    expect(oauthScopes.map((scope: string) => scope.split('/').at(-1)).sort()).toEqual(needed.sort());
  });

  test('writes phone numbers as E.164 only, since its numbering plans come without formats', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const asking = sources.filter((name) =>
      /\.format(International|National)?\(|getURI|AsYouType/.test(readFileSync(join(root, 'src', name), 'utf8')),
    );
    expect(asking.filter((name) => /libphonenumber/.test(readFileSync(join(root, 'src', name), 'utf8')))).toEqual([]);
  });
});

/** Which calls need a scope. https://developers.google.com/apps-script/reference, "Authorization" of each method */
const NEEDED_BY: Record<string, RegExp> = {
  'spreadsheets.currentonly': /SpreadsheetApp\.getActive/,
  'script.container.ui': /showSidebar|showModalDialog/,
  'script.scriptapp': /ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)/,
  'script.send_mail': /MailApp\.sendEmail/,
  'script.external_request': /UrlFetchApp\.fetch/,
  'userinfo.email': /Session\.get(Active|Effective)User/,
};

describe('the check itself notices', () => {
  const main = 'export function onOpen(): void {}\nexport function syncNow(): void {}';
  const stubs = 'function onOpen(){}function syncNow(){}';
  const assign = '(()=>{globalThis.onOpen=()=>1;globalThis.syncNow=()=>2})();';

  test('nothing in a sound bundle', () => {
    expect(faultsOfCode(stubs + assign, main)).toEqual([]);
  });

  test.each([
    ['a lost stub', `function onOpen(){}${assign}`, 'syncNow is not declared at the top of Code.js.'],
    [
      'a function too many',
      `${stubs}function helper(){}${assign}`,
      'helper is declared at the top of Code.js, but not exported.',
    ],
    ['a leaked global', `${stubs}${assign}globalThis.leak=()=>3;`, 'leak is global after loading, but not exported.'],
    [
      'a service call at load',
      `${stubs}${assign}SpreadsheetApp.getActive();`,
      'SpreadsheetApp is used while the bundle loads',
    ],
    [
      'a global of Node',
      `${stubs}${assign}(()=>()=>process.env.A)();`,
      'Code.js names process, which Apps Script does not have.',
    ],
    ['a timer', `${stubs}${assign}const later=()=>setTimeout(later);`, 'Code.js names setTimeout'],
    ['a private field', `${stubs}${assign}class A{#x=1}`, 'Code.js is not ES2019'],
    ['a static field', `${stubs}${assign}class A{static x=1}`, 'Code.js is not ES2019'],
    [
      'a menu item that leads nowhere',
      `${stubs}${assign}const menu=(m)=>m.addItem("Go","gone");`,
      'calls gone, which is no entry point',
    ],
    [
      'a trigger that leads nowhere',
      `${stubs}${assign}const on=()=>ScriptApp.newTrigger("tock");`,
      'calls tock, which is no entry point',
    ],
    ['a bundle that is too big', `${stubs}${assign}//${'x'.repeat(500_000)}`, 'bytes of 500000'],
  ])('%s', (_what, code, fault) => {
    expect(faultsOfCode(code, main).join('\n')).toContain(fault);
  });

  test('no fault in a local that is named like a forbidden global, in a member, or in typeof', () => {
    const local =
      'const f=(process)=>{function self(){}return [process.x,self(),{}.window,{document:1},typeof fetch]};';
    expect(faultsOfCode(stubs + assign + local, main)).toEqual([]);
  });

  test('a panel call that leads nowhere', () => {
    const html = '<script>google.script.run.withSuccessHandler(f).syncNow();google.script.run.gone(1)</script>';
    expect(faultsOfHtml('Panel.html', html, main)).toEqual(['Panel.html calls gone, which is no entry point.']);
  });

  test('an export that the plugin would miss', () => {
    expect(() => declaredEntryPoints('export const onOpen = () => 1;')).toThrow('Only `export function name()`');
  });
});
