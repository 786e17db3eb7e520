import { workbookToJson } from '../../host/workbook/json';
import type { SyncReport } from '../../src/jobs/sync';
import { run, table } from '../support/product';
import { addLeads, followUp, MINUTE, office, TEN } from './office';

/** Names that differ in their letters. */
const manyLeads = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `Lead ${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`,
  );

const ANN = { name: 'Ann', role: 'lead' };

describe('a reminder by mail', () => {
  it('comes within two ticks of the deadline, once, with a link to the row, and is written down', () => {
    const host = office([ANN], ['Zoe Miller']);
    host.advance(4 * MINUTE);
    expect(host.mails).toEqual([]);
    host.advance(4 * MINUTE);
    expect(host.mails.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: 'ann@example.com', subject: 'Due: Zoe Miller' },
    ]);
    const row = followUp(host, 'Zoe Miller');
    const sheet = host.book.sheet('followed-up').id;
    expect(host.mails[0].htmlBody).toContain(`#gid=${sheet}&#38;range=${row?.at}:${row?.at}`);
    expect(host.mails[0].body).toContain(`#gid=${sheet}&range=${row?.at}:${row?.at}`);
    expect(row).toMatchObject({ Reminder: 'notified', Reminders: '1' });
    expect(table(host.book, 'activity').filter(({ What }) => What === 'reminded')).toHaveLength(1);
    expect(host.executions.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is one for each person and tick, however many are due, with fifty lines and the number of the others', () => {
    const host = office([ANN, { name: 'Bob' }], manyLeads(124), {}, [['Leads an hour', '1000', '']]);
    host.advance(9 * MINUTE);
    expect(host.mails.map(({ to }) => to).sort()).toEqual(['ann@example.com', 'bob@example.com']);
    expect(host.mails[0].subject).toMatch(/^Due: .+ and 61 more$/);
    expect(host.mails[0].body.match(/^•/gm)).toHaveLength(50);
    expect(host.mails[0].body).toContain('and 12 more');
    expect(table(host.book, 'followed-up').filter(({ Reminder }) => Reminder !== 'notified')).toEqual([]);
  });

  it('does not wait behind a sync that takes long', () => {
    const host = office([ANN], ['Zoe Miller']);
    host.advance(5 * MINUTE);
    expect(host.mails).toEqual([]);
    const price = host.costs.cellRead;
    host.costs.cellRead = 12;
    host.advance(MINUTE);
    host.costs.cellRead = price;
    const { modelledMs } = host.executions[host.executions.length - 1];
    expect(modelledMs).toBeGreaterThan(MINUTE);
    expect(host.mails).toHaveLength(1);
    expect(host.mails[0].at).toBeLessThan(host.now - 10_000);
    host.advance(2 * MINUTE);
    expect(host.mails).toHaveLength(1);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Reminder: 'notified', Reminders: '1' });
    expect(table(host.book, 'activity').filter(({ What }) => What === 'reminded')).toHaveLength(1);
  });

  it('waits for the end of quiet hours', () => {
    const host = office([{ ...ANN, quiet: '10:00-10:30' }], ['Zoe Miller']);
    host.advance(29 * MINUTE);
    expect(host.mails).toEqual([]);
    host.advance(3 * MINUTE);
    expect(host.mails).toHaveLength(1);
    expect(host.mails[0].at).toBeGreaterThan(TEN + 30 * MINUTE);
  });

  it('leaves those in peace who want the panel only', () => {
    const host = office([{ ...ANN, told: 'nothing' }], ['Zoe Miller']);
    host.advance(10 * MINUTE);
    expect(host.mails).toEqual([]);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Reminder: 'notified' });
  });

  it('stays due in the panel when mail is short, which is said once', () => {
    const host = office([ANN], ['Zoe Miller'], { limits: { mailRecipientsPerDay: 10 } });
    host.advance(15 * MINUTE);
    addLeads(host, ['Yan Moss']);
    host.advance(45 * MINUTE);
    expect(host.mails).toEqual([]);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Reminder: 'pending' });
    expect(run(host, 'showHealth')).toContain('Mail is short today');
    const lines = table(host.book, 'system-log').filter(({ Message }) => Message.includes('Mail is short'));
    expect(lines).toHaveLength(1);
  });

  it('tells whoever leads, once, when nobody has been in touch', () => {
    const host = office(
      [
        { name: 'Bob', told: 'nothing' },
        { ...ANN, active: 'no' },
      ],
      ['Zoe Miller'],
    );
    run(host, 'syncNow');
    host.person.paste('escalation', 'A2', [
      ['15 minutes', 'lead', 'tell'],
      ['', '', ''],
      ['', '', ''],
    ]);
    host.advance(20 * MINUTE);
    expect(host.mails).toEqual([]);
    host.advance(15 * MINUTE);
    expect(host.mails.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: 'ann@example.com', subject: 'Nobody in touch yet: Zoe Miller' },
    ]);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Owner: 'Bob', Escalated: '1' });
  });

  it('is what Simulate announces, which does nothing itself', () => {
    const host = office([ANN], ['Zoe Miller']);
    host.advance(5 * MINUTE);
    host.state.now += 2 * MINUTE;
    const before = JSON.stringify([host.state.properties, table(host.book, 'followed-up')]);
    const text = run<string>(host, 'simulateTick');
    expect(text).toContain('• reminders: now');
    expect(text).toMatch(/Ann, by mail: Due: Zoe Miller\n {3}Zoe Miller – \+442079460010/);
    expect(JSON.stringify([host.state.properties, table(host.book, 'followed-up')])).toBe(before);
    expect(host.mails).toEqual([]);
    host.advance(MINUTE);
    expect(host.mails.map(({ subject }) => subject)).toEqual(['Due: Zoe Miller']);
  });

  it.each([
    ['that is read whole', []],
    ['of which changes are read', [['Small workbook', '1', '']]],
  ])('is told by Simulate, with what the next sync would change, in a workbook %s', (_how, settings: string[][]) => {
    const host = office([ANN], ['Zoe Miller'], {}, settings);
    host.advance(5 * MINUTE);
    expect(run(host, 'simulateTick')).toContain('The next sync would change nothing.');
    addLeads(host, ['Yan Moss', 'Xia Nord']);
    const before = JSON.stringify([host.state.properties, workbookToJson(host.book)]);
    const text = run<string>(host, 'simulateTick');
    expect(text).toMatch(/• followed-up: 2 new\n• people: 2 new\n/);
    expect(text).toContain('   opened · Yan Moss');
    expect(JSON.stringify([host.state.properties, workbookToJson(host.book)])).toBe(before);
    const { followUps } = run<SyncReport>(host, 'syncNow');
    expect(followUps).toMatchObject({ opened: 2 });
    expect(run(host, 'simulateTick')).toContain('The next sync would change nothing.');
  });
});
