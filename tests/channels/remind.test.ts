import { run, table } from '../support/product';
import { addLeads, followUp, MINUTE, office } from './office';

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
    const host = office([ANN, { name: 'Bob' }], manyLeads(124));
    host.advance(9 * MINUTE);
    expect(host.mails.map(({ to }) => to).sort()).toEqual(['ann@example.com', 'bob@example.com']);
    expect(host.mails[0].subject).toBe('Due: 62 follow-ups');
    expect(host.mails[0].body.match(/^•/gm)).toHaveLength(50);
    expect(host.mails[0].body).toContain('and 12 more');
    expect(table(host.book, 'followed-up').filter(({ Reminder }) => Reminder !== 'notified')).toEqual([]);
  });
});
