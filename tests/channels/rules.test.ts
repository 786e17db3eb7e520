import type { Host } from '../../host';
import { columnOf, run, syncNow, table } from '../support/product';
import { addLeads, followUp, MINUTE, office } from './office';

const ANN = { name: 'Ann', role: 'lead' };
const BOB = { name: 'Bob' };

const rowOf = (host: Host, name: string): Record<string, string> => followUp(host, name) ?? {};

/** Types into the cell of a sheet that stands in the row whose first cells hold a word. */
function set(host: Host, sheet: string, word: string, header: string, value: string): void {
  const row = table(host.book, sheet).find((one) => Object.values(one).includes(word));
  host.person.type(sheet, Number(row?.at), columnOf(host.book, sheet, header), value);
}

describe('what people write in the sheets is how it goes', () => {
  it('who gets new ones: a name, a rule by a field, those who are there, or nobody; the row says why', () => {
    const host = office([ANN, BOB, { name: 'Cid' }], ['Zoe Miller']);
    syncNow(host);
    const given = (rule: string, name: string) => {
      set(host, 'sources', 'leads', 'Goes to', rule);
      addLeads(host, [name]);
      syncNow(host);
      const { Owner, 'Why this owner': why } = rowOf(host, name);
      return `${Owner}: ${why}`;
    };
    expect(given('Cid', 'Yan Moss')).toBe('Cid: the source says so');
    expect(given('e-mail=xia.nord@example.org: Bob; else Ann', 'Xia Nord')).toMatch(/^Bob: e-mail is xia.nord/);
    expect(given('e-mail=xia.nord@example.org: Bob; else Ann', 'Wim Oak')).toBe('Ann: the source says so');
    set(host, 'staff', 'Cid', 'Away', '2026-11-01 to 2026-11-05');
    expect(given('Cid', 'Vic Park')).toMatch(/^(Ann|Bob): in turn: had 1, .* \(“Cid” is away\)$/);
    expect(given('nobody', 'Una Quist')).toMatch(/^: left to you/);
    expect(['Ann', 'Bob']).toContain(given('random', 'Tim Rask').split(':')[0]);
  });

  it('when it is due: by the hours of whoever has it, and not on a holiday', () => {
    const host = office([ANN, BOB], ['Zoe Miller']);
    syncNow(host);
    set(host, 'staff', 'Bob', 'Hours', '14:00-17:00');
    set(host, 'sources', 'leads', 'Goes to', 'Bob');
    addLeads(host, ['Yan Moss']);
    syncNow(host);
    expect(followUp(host, 'Yan Moss')).toMatchObject({ Owner: 'Bob', 'Contact by': '2026-11-02 14:05' });
    set(host, 'settings', 'Holidays', 'Value', '2026-11-02');
    set(host, 'sources', 'leads', 'Due', '2 hours');
    addLeads(host, ['Xia Nord']);
    syncNow(host);
    expect(followUp(host, 'Xia Nord')).toMatchObject({ 'Contact by': '2026-11-03 16:00' });
  });

  it('how many at once: more than the team can call in an hour are spread, and the row says so', () => {
    const host = office([ANN], ['Zoe Miller']);
    syncNow(host);
    set(host, 'settings', 'Leads an hour', 'Value', '2');
    addLeads(host, ['Yan Moss', 'Xia Nord', 'Wim Oak', 'Vic Park', 'Una Quist', 'Tim Rask']);
    syncNow(host);
    const due = table(host.book, 'followed-up').map(({ 'Contact by': by }) => by.slice(11));
    expect(new Set(due).size).toBeGreaterThan(3);
    expect(due.sort().at(-1)! > '12:00').toBe(true);
    expect(table(host.book, 'followed-up').some((row) => row['Why then'].includes('that came at once'))).toBe(true);
  });

  it('who steps in: the ladder hands over to the next, then tells whoever it names', () => {
    const host = office(
      [{ name: 'Owen', role: 'owner', active: 'no' }, { ...BOB, told: 'nothing' }, { name: 'Cid' }],
      ['Yan Moss'],
    );
    syncNow(host);
    set(host, 'followed-up', 'Yan Moss', 'Status', 'Contacted');
    set(host, 'sources', 'leads', 'Goes to', 'Bob');
    host.person.paste('escalation', 'A2', [
      ['10 minutes', 'next', 'hand over'],
      ['20 minutes', 'owner', 'tell'],
      ['', '', ''],
    ]);
    addLeads(host, ['Zoe Miller']);
    host.advance(25 * MINUTE);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({
      Owner: 'Cid',
      'Why this owner': 'handed over: nobody was in touch in time',
    });
    const lines = table(host.book, 'activity').filter(({ Field, Before }) => Field === 'Owner' && Before === 'Bob');
    expect(lines).toMatchObject([{ Who: 'reminders', After: 'Cid' }]);
    host.advance(10 * MINUTE);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Owner: 'Cid' });
    expect(table(host.book, 'activity').filter(({ Why }) => Why === 'typed in the cell')).toHaveLength(1);
    const subjects = host.mails.map(({ to, subject }) => `${to} ${subject}`);
    expect(subjects).toContain('cid@example.com Nobody in touch yet: Zoe Miller');
    expect(subjects.filter((one) => one.startsWith('owen'))).toEqual([
      'owen@example.com Nobody in touch yet: Zoe Miller',
    ]);
    expect(host.mails.find(({ to }) => to.startsWith('owen'))?.body).toMatch(/Zoe Miller – .* · Cid\n/);
  });

  it('what matters most: the weights in “settings”, and a word in “Priority” above them', () => {
    const host = office([ANN], ['Zoe Miller']);
    syncNow(host);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ 'Why this score': expect.stringContaining('completeness 8') });
    set(host, 'settings', 'Score: completeness', 'Value', '40');
    set(host, 'settings', 'Score: age', 'Value', '0');
    syncNow(host);
    const { Score, 'Why this score': why } = rowOf(host, 'Zoe Miller');
    expect(why).toMatch(/completeness 30/);
    expect(why).not.toMatch(/age/);
    expect(Number(Score)).toBe([...(why ?? '').matchAll(/\d+/g)].reduce((sum, [points]) => sum + Number(points), 0));
    set(host, 'followed-up', 'Zoe Miller', 'Priority', 'high');
    syncNow(host);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Score: '100', 'Why this score': 'priority: high' });
  });

  it('how often: the ladder of reminders', () => {
    const host = office([ANN], ['Zoe Miller'], {}, [['Reminder ladder', '2, 3', '']]);
    host.advance(20 * MINUTE);
    const sent = host.mails.filter(({ subject }) => subject === 'Due: Zoe Miller').map(({ at }) => at);
    const gaps = sent.slice(1).map((at, index) => Math.round((at - sent[index]) / MINUTE));
    expect(gaps).toHaveLength(2);
    expect(gaps[0]).toBeGreaterThanOrEqual(2);
    expect(gaps[1]).toBeGreaterThanOrEqual(3);
    expect(gaps[1]).toBeLessThan(6);
    expect(run<string>(host, 'showHealth')).toContain('Automatic updates are on');
  });
});
