import type { HttpRequest } from '../../host';
import { call, failure, hostOf, run, START } from './script';

// Sources: Q = Apps Script guide "Quotas for Google services"; otherwise the reference of the named service.

describe('PropertiesService', () => {
  test('values are strings; what is missing is null', () => {
    expect(
      run(
        `const p = PropertiesService.getDocumentProperties(); p.setProperty('a', 5); p.setProperties({ b: true }); return [p.getProperty('a'), p.getProperty('b'), p.getProperty('c'), p.getKeys(), p.getProperties()];`,
      ),
    ).toEqual(['5', 'true', null, ['a', 'b'], { a: '5', b: 'true' }]);
  });

  test('stores are apart, users have their own, and all outlive the run', () => {
    const host = hostOf(
      `function set() { for (const s of ['Script', 'Document', 'User']) PropertiesService['get' + s + 'Properties']().setProperty('k', s); } function get() { return ['Script', 'Document', 'User'].map((s) => PropertiesService['get' + s + 'Properties']().getProperty('k')); }`,
    );
    call(host, 'set');
    expect([call(host, 'get'), call(host, 'get', { effectiveUser: 'ann@example.com' })]).toEqual([
      ['Script', 'Document', 'User'],
      ['Script', 'Document', null],
    ]);
  });

  test('9 KB a value and 500 KB a store (Q)', () => {
    expect(failure(`PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(9 * 1024 + 1));`)).toBe(
      'Argument too large: value',
    );
    expect(
      failure(
        `const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000));`,
      ),
    ).toContain('exceeded the property storage quota');
  });
});

describe('CacheService', () => {
  const script = `function put(ttl) { const c = CacheService.getScriptCache(); ttl ? c.put('k', 'v', ttl) : c.put('k', 'v'); } function get() { return CacheService.getScriptCache().get('k'); }`;

  test('forgets after 10 minutes, or when told', () => {
    const host = hostOf(script);
    call(host, 'put');
    host.advance(599_000);
    expect(call(host, 'get')).toBe('v');
    host.advance(2_000);
    expect(call(host, 'get')).toBeNull();
    call(host, 'put', { args: [5] });
    host.advance(6_000);
    expect(call(host, 'get')).toBeNull();
  });

  test('limits: keys of 250 characters, values of 100 KB, 6 hours', () => {
    expect(failure(`CacheService.getScriptCache().put('k'.repeat(251), 'v');`)).toBe('Argument too large: key');
    expect(failure(`CacheService.getScriptCache().put('k', 'v'.repeat(100 * 1024 + 1));`)).toBe(
      'Argument too large: value',
    );
    expect(failure(`CacheService.getScriptCache().put('k', 'v', 21601);`)).toContain('expirationInSeconds');
  });

  test('beyond 1,000 items those that expire soonest are dropped', () => {
    expect(
      run(
        `const c = CacheService.getScriptCache(); for (let i = 0; i <= 1000; i++) c.put('k' + i, 'v', 100 + i); return [c.get('k0'), c.get('k1000')];`,
      ),
    ).toEqual([null, 'v']);
  });
});

describe('LockService', () => {
  const script = `
function take(ms) { return LockService.getDocumentLock().tryLock(ms); }
function wait(ms) { LockService.getDocumentLock().waitLock(ms); return Date.now(); }
function twice() { return [LockService.getDocumentLock().tryLock(0), LockService.getDocumentLock().tryLock(0), LockService.getDocumentLock().hasLock()]; }
function alerted() { const l = LockService.getDocumentLock(); l.tryLock(0); SpreadsheetApp.getUi().alert('x'); return l.hasLock(); }
function onEdit() { SpreadsheetApp.getActive().getSheets()[0].getRange('Z1').setValue(LockService.getDocumentLock().tryLock(100)); }
function hold() { LockService.getDocumentLock().waitLock(10); SpreadsheetApp.getActive().getSheets()[0].getLastRow(); }`;

  test('ends with the run', () => {
    const host = hostOf(script);
    expect([call(host, 'twice'), call(host, 'take', { args: [0] })]).toEqual([[true, true, true], true]);
  });

  test('keeps another execution out', () => {
    const host = hostOf(script, {
      intercept: ({ method }, self) => {
        if (method === 'Sheet.getLastRow') self.person.type('Sheet1', 'A1', 'x');
        return undefined;
      },
    });
    call(host, 'hold');
    expect(host.book.sheet('Sheet1').value(1, 26)).toBe(false);
  });

  test('waits on the modelled clock for one that is held elsewhere, and gives up', () => {
    const host = hostOf(script);
    host.locks.holdElsewhere('document', START + 5_000);
    expect(host.run('wait', { args: [1000] }).error?.message).toBe(
      'Lock timeout: another process was holding the lock for too long.',
    );
    expect(call(host, 'wait', { args: [10_000] })).toBeGreaterThanOrEqual(START + 5_000);
  });

  test('is lost while a person looks at an alert (Ui.alert)', () => {
    expect(call(hostOf(script), 'alerted')).toBe(false);
  });
});

describe('ScriptApp: triggers', () => {
  const script = `
function tick(e) { SpreadsheetApp.getActive().getSheets()[0].appendRow([Date.now(), e.hour, e.minute, e.triggerUid, String(e.authMode)]); }
function slow() { Utilities.sleep(200000); }
function every(n) { ScriptApp.newTrigger('tick').timeBased().everyMinutes(n).create(); }
function daily(h) { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(h).inTimezone('Europe/Berlin').create(); }
function once(ms) { ScriptApp.newTrigger('tick').timeBased().after(ms).create(); }
function slowly() { ScriptApp.newTrigger('slow').timeBased().everyMinutes(1).create(); }
function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource())]); }
function clear() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }`;
  const rows = (host: ReturnType<typeof hostOf>): number => host.book.sheet('Sheet1').lastRow();

  test('everyMinutes fires each minute of the clock', () => {
    const host = hostOf(script);
    call(host, 'every', { args: [1] });
    expect(host.advance(5 * 60_000).every((result) => result.ok)).toBe(true);
    expect(rows(host)).toBe(5);
  });

  test('everyMinutes takes 1, 5, 10, 15 or 30 only (ClockTriggerBuilder)', () => {
    expect(failure(`ScriptApp.newTrigger('x').timeBased().everyMinutes(2).create();`)).toContain('1, 5, 10, 15 or 30');
  });

  test('a "9 AM" trigger fires once a day within the hour, at the same minute (guide "Installable triggers")', () => {
    const host = hostOf(script);
    call(host, 'daily', { args: [9] });
    host.advance(3 * 86_400_000);
    const times = [1, 2, 3].map((row) =>
      new Date(host.book.sheet('Sheet1').value(row, 1) as number).toISOString().slice(11, 16),
    );
    expect(rows(host)).toBe(3);
    expect(new Set(times).size).toBe(1);
    expect(times[0].slice(0, 2)).toBe('08');
  });

  test('a trigger after some time fires once', () => {
    const host = hostOf(script);
    call(host, 'once', { args: [90_000] });
    host.advance(3_600_000);
    expect(rows(host)).toBe(1);
  });

  test('each account sees and deletes its own only', () => {
    const host = hostOf(script);
    call(host, 'every', { args: [5] });
    call(host, 'clear', { effectiveUser: 'ann@example.com' });
    expect([call(host, 'list', { effectiveUser: 'ann@example.com' }), call(host, 'list')]).toEqual([
      [],
      [['tick', 'CLOCK', 'CLOCK']],
    ]);
  });

  test('20 triggers an account and script (Q)', () => {
    expect(
      failure(`for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().everyMinutes(1).create();`),
    ).toContain('too many triggers');
  });

  test('the trigger time of a day runs out at 90 minutes (Q), and comes back', () => {
    const host = hostOf(script);
    call(host, 'slowly');
    const results = host.advance(6 * 3_600_000);
    const failed = results.filter((result) => !result.ok);
    expect(failed[0].error?.message).toBe('Service using too much computer time for one day');
    expect(results.filter((result) => result.ok).length).toBe(27);
    expect(host.advance(24 * 3_600_000).some((result) => result.ok)).toBe(true);
  });

  test('what a host leaves is gone on with by the next', () => {
    const first = hostOf(script);
    call(first, 'every', { args: [1] });
    const second = hostOf(script, { book: first.book, state: first.saved(), now: undefined });
    second.advance(60_000);
    expect([rows(second), second.now >= first.now + 60_000]).toEqual([1, true]);
  });
});

describe('MailApp', () => {
  test('keeps mails in the outbox, in all forms of the call', () => {
    const host = hostOf(
      `function main() { MailApp.sendEmail('a@example.com', 's', 'b'); MailApp.sendEmail({ to: 'b@example.com,c@example.com', subject: 't', body: 'c', htmlBody: '<b>', name: 'N' }); return MailApp.getRemainingDailyQuota(); }`,
    );
    expect(call(host, 'main')).toBe(97);
    expect(host.mails.map(({ to, subject, htmlBody }) => [to, subject, htmlBody])).toEqual([
      ['a@example.com', 's', undefined],
      ['b@example.com,c@example.com', 't', '<b>'],
    ]);
  });

  test('100 recipients a day, 50 a message; recipients count, not messages (Q)', () => {
    expect(failure(`for (let i = 0; i < 101; i++) MailApp.sendEmail('a@example.com', 's', 'b');`)).toBe(
      'Service invoked too many times for one day: email.',
    );
    expect(failure(`MailApp.sendEmail(new Array(51).fill('a@example.com').join(','), 's', 'b');`)).toBe(
      'Limit Exceeded: Email Recipients Per Message.',
    );
    expect(failure(`MailApp.sendEmail('', 's', 'b');`)).toBe('Failed to send email: no recipient');
    expect(failure(`MailApp.sendEmail('nobody', 's', 'b');`)).toBe('Invalid email: nobody');
  });

  test('a scope that the manifest does not list is missing', () => {
    const script = {
      code: `function main() { MailApp.sendEmail('a@example.com', 's', 'b'); }`,
      manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] },
    };
    expect(hostOf('', { script }).run('main').error?.message).toContain(
      'Specified permissions are not sufficient to call MailApp.sendEmail',
    );
  });
});

describe('UrlFetchApp', () => {
  test('goes through the network the host was given', () => {
    const seen: HttpRequest[] = [];
    const network = (request: HttpRequest) => {
      seen.push(request);
      return {
        status: request.url.endsWith('bad') ? 404 : 200,
        headers: { 'Content-Type': 'application/json' },
        body: '{"a":1}',
      };
    };
    expect(
      run(
        `const r = UrlFetchApp.fetch('https://api.example.com/x', { method: 'post', contentType: 'application/json', payload: '{}' }); const bad = UrlFetchApp.fetch('https://api.example.com/bad', { muteHttpExceptions: true }); return [r.getResponseCode(), JSON.parse(r.getContentText()).a, bad.getResponseCode()];`,
        { network },
      ),
    ).toEqual([200, 1, 404]);
    expect(seen[0]).toEqual({
      url: 'https://api.example.com/x',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(failure(`UrlFetchApp.fetch('https://api.example.com/bad');`, { network })).toContain('returned code 404');
    expect(failure(`UrlFetchApp.fetch('https://api.example.com/');`)).toContain('Address unavailable');
  });
});

describe('HtmlService', () => {
  const html = {
    Page: '<? var list = items; ?><ul><? for (var i = 0; i < list.length; i++) { ?><li title="<?= list[i] ?>"><?= list[i] ?></li><? } ?></ul><?!= include("Part") ?>',
    'Part.html': '<b>part</b>',
    Script:
      '<a href="<?= url ?>">x</a><script>var data = <?= text ?>, quoted = "<?= text ?>";</script><i onclick="f(\'<?= text ?>\')"></i>',
  };
  const code = `function include(n) { return HtmlService.createHtmlOutputFromFile(n).getContent(); } function main() { const t = HtmlService.createTemplateFromFile('Page'); t.items = ['<i>', 'a"b']; return t.evaluate().setTitle('T').getContent(); } function risky(url, text) { const t = HtmlService.createTemplateFromFile('Script'); t.url = url; t.text = text; return t.evaluate().getContent(); } function none() { HtmlService.createHtmlOutputFromFile('None'); }`;
  const host = () => hostOf('', { script: { code, html } });

  test('templates: code, printing with escapes, printing as it is (guide "Templated HTML")', () => {
    expect(call(host(), 'main')).toBe(
      '<ul><li title="&#60;i&#62;">&lt;i&gt;</li><li title="a&#34;b">a&quot;b</li></ul><b>part</b>',
    );
  });

  test('what is printed is made harmless for its place', () => {
    expect(call(host(), 'risky', { args: ['javascript:alert(1)', `</script>"'`] })).toBe(
      '<a href="#zGasInvalid">x</a><script>var data = "\\u003c\\u002fscript\\u003e\\u0022\\u0027", quoted = "\\u003c\\u002fscript\\u003e\\u0022\\u0027";</script>' +
        `<i onclick="f('\\u003c\\u002fscript\\u003e\\u0022\\u0027')"></i>`,
    );
  });

  test('a missing file is told by name', () => {
    expect(host().run('none').error?.message).toBe('No HTML file named None was found.');
  });
});

describe('Utilities', () => {
  test('formatDate follows Java patterns, in the zone asked for', () => {
    const body = `const d = new Date(Date.UTC(2026, 0, 5, 23, 7, 9, 45)); const f = (p, z) => Utilities.formatDate(d, z || 'Etc/GMT', p); return [f('yyyy-MM-dd HH:mm:ss.SSS'), f("EEE, d MMM ''yy"), f('EEEE MMMM dd yyyy'), f('h:mm a'), f("yyyy-MM-dd'T'HH:mm:ssXXX", 'Asia/Kolkata'), f('Z', 'America/New_York'), f('yyyy-MM-dd', 'Asia/Tokyo'), f('u D'), f('HH', 'GMT+2')];`;
    expect(run(body)).toEqual([
      '2026-01-05 23:07:09.045',
      "Mon, 5 Jan '26",
      'Monday January 05 2026',
      '11:07 PM',
      '2026-01-06T04:37:09+05:30',
      '-0500',
      '2026-01-06',
      '1 5',
      '01',
    ]);
    expect(failure(`Utilities.formatDate('2026-01-01', 'GMT', 'yyyy');`)).toContain(
      "don't match the method signature for Utilities.formatDate",
    );
  });

  test('parseDate reads what formatDate writes', () => {
    expect(
      run(`return Utilities.parseDate('05.01.2026 14:30', 'Europe/Berlin', 'dd.MM.yyyy HH:mm').toISOString();`),
    ).toBe('2026-01-05T13:30:00.000Z');
  });

  test('bytes: base64, digests, signatures', () => {
    expect(
      run(
        `return [Utilities.base64Encode('añ€'), Utilities.newBlob(Utilities.base64Decode('YcOx4oKs')).getDataAsString(), Utilities.base64EncodeWebSafe([-5, -17, -66]), Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 3), Utilities.computeHmacSha256Signature('m', 'k').length];`,
      ),
    ).toEqual(['YcOx4oKs', 'añ€', '----', [-112, 1, 80], 32]);
  });

  test('zip and gzip come back as they went in', () => {
    expect(
      run(
        `const b = Utilities.newBlob('hello hello', 'text/plain', 'a.txt'); const z = Utilities.unzip(Utilities.zip([b, Utilities.newBlob('', 'text/plain', 'empty.txt')])); return [z.map((f) => [f.getName(), f.getDataAsString()]), Utilities.ungzip(Utilities.gzip(b)).getDataAsString()];`,
      ),
    ).toEqual([
      [
        ['a.txt', 'hello hello'],
        ['empty.txt', ''],
      ],
      'hello hello',
    ]);
  });

  test('parseCsv: quotes, line ends, delimiters', () => {
    expect(run(`return [Utilities.parseCsv('a,"b ""q"", c"\\r\\n1,\\n'), Utilities.parseCsv('a;b', ';')];`)).toEqual([
      [
        ['a', 'b "q", c'],
        ['1', ''],
      ],
      [['a', 'b']],
    ]);
  });

  test('formatString', () => {
    expect(run(`return Utilities.formatString('%s has %d of %05.1f %% |%-5s|%+d', 'Ann', 3.7, 2.25, 'x', 4);`)).toBe(
      'Ann has 3 of 002.3 % |x    |+4',
    );
  });

  test('getUuid is a version 4 UUID and differs each time', () => {
    expect(
      run(
        `const a = Utilities.getUuid(); return [/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(a), a === Utilities.getUuid()];`,
      ),
    ).toEqual([true, false]);
  });
});

describe("Date: the host's clock, the script's zone", () => {
  const script = (body: string) => ({
    code: `function main() { ${body} }`,
    manifest: { timeZone: 'America/New_York' },
  });
  const inNewYork = (body: string): unknown => call(hostOf('', { script: script(body) }), 'main');

  test('local time is that of the manifest, whatever the machine has', () => {
    expect(
      inNewYork(
        `const d = new Date(2026, 0, 5, 4); return [d.toISOString(), d.getHours(), d.getTimezoneOffset(), new Date().getHours(), String(d), new Date('01/05/2026').toISOString(), new Date('2026-01-05').toISOString(), new Date('2026-01-05T04:00:00').toISOString(), Session.getScriptTimeZone()];`,
      ),
    ).toEqual([
      '2026-01-05T09:00:00.000Z',
      4,
      300,
      4,
      'Mon Jan 05 2026 04:00:00 GMT-0500 (Eastern Standard Time)',
      '2026-01-05T05:00:00.000Z',
      '2026-01-05T00:00:00.000Z',
      '2026-01-05T09:00:00.000Z',
      'America/New_York',
    ]);
  });

  test("what a script leaves open is not the machine's", () => {
    expect(
      inNewYork(
        `const d = new Date(Date.UTC(2026, 0, 5, 3)); return [new Intl.DateTimeFormat().format(d), Intl.DateTimeFormat('de-DE', { dateStyle: 'short' }).format(d), d.toLocaleDateString('de-DE'), d.toLocaleString(), (1234.5).toLocaleString(), 'ä'.localeCompare('z'), new Intl.DateTimeFormat() instanceof Intl.DateTimeFormat];`,
      ),
    ).toEqual(['1/4/2026', '04.01.26', '4.1.2026', '1/4/2026, 10:00:00 PM', '1,234.5', -1, true]);
  });

  test('days of 23 and 25 hours', () => {
    expect(
      inNewYork(
        `const d = new Date(2026, 2, 7, 12); d.setDate(d.getDate() + 1); const gap = new Date(2026, 2, 8, 2, 30); return [d.toISOString(), gap.toISOString(), new Date(2026, 10, 1, 1, 30).toISOString()];`,
      ),
    ).toEqual(['2026-03-08T16:00:00.000Z', '2026-03-08T07:30:00.000Z', '2026-11-01T05:30:00.000Z']);
  });

  test('it is still Date', () => {
    expect(
      inNewYork(
        `class D extends Date { twice() { return this.getTime() * 2; } } const d = new Date(5); return [d instanceof Date, typeof Date(), Date.now() === Date.parse(new Date().toISOString()), new D(4).twice(), new D(4) instanceof Date, Date.length, new Date(NaN).getTime(), Object.prototype.toString.call(d), JSON.stringify({ d })];`,
      ),
    ).toEqual([true, 'string', true, 8, true, 7, null, '[object Date]', '{"d":"1970-01-01T00:00:00.005Z"}']);
  });
});

describe('Logger and console', () => {
  test('write the execution log in order', () => {
    const { log } = hostOf(
      `function main() { Logger.log('a %s %s', 1, 'b'); console.log('c', { d: 1 }, [2]); console.error(new Error('no').message); Logger.log({ x: [1] }); console.log('%s=%d', 'n', 5); }`,
    ).run('main');
    expect(log).toEqual(['a 1 b', 'c {"d":1} [2]', 'ERROR: no', '{x=[1]}', 'n=5']);
  });
});

describe('google.script.run', () => {
  const code = `function ok() { return { a: [1, undefined, null], b: 'x' }; } function date() { return { when: new Date() }; } function fn() { return { f: function () {} }; } function map() { return new Map(); } function loop() { const a = {}; a.a = a; return a; }`;

  test('plain data passes; undefined in arrays becomes null', () => {
    expect(call(hostOf(code), 'ok', { startedBy: 'panel' })).toEqual({ a: [1, null, null], b: 'x' });
  });

  test.each([
    ['date', 'when'],
    ['fn', 'f'],
    ['map', 'return value'],
    ['loop', 'a'],
  ])('%s does not (reference google.script.run, legal values)', (name, property) => {
    expect(hostOf(code).run(name, { startedBy: 'panel' }).error?.message).toBe(
      `Failed due to illegal value in property: ${property}`,
    );
  });
});
