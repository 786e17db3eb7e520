import { columnOf, run, table } from '../support/product';
import { followUp, MINUTE, office } from './office';

/** A shop with a lead, whose stage “Qualified” needs notes and may last for two days. */
function shop(rule: string) {
  const host = office([{ name: 'Ann', role: 'lead' }], ['Zoe Miller']);
  host.advance(3 * MINUTE);
  const at = (header: string) => columnOf(host.book, 'pipelines', header);
  const stage = table(host.book, 'pipelines').find(
    ({ Pipeline, Stage }) => Pipeline === 'Lead' && Stage === 'Qualified',
  );
  const row = Number(stage?.at);
  host.person.type('pipelines', row, at('Needs'), 'Notes');
  host.person.type('pipelines', row, at('Most days'), '2');
  host.person.type('pipelines', row, at('After that'), rule);
  host.person.type('pipelines', row, at('Move to'), 'Lost');
  type(host, 'Status', 'Qualified');
  type(host, 'Next follow-up', '2026-11-20');
  run(host, 'syncNow');
  host.mails.length = 0;
  return host;
}

const type = (host: ReturnType<typeof office>, header: string, text: string) =>
  host.person.type(
    'followed-up',
    Number(followUp(host, 'Zoe Miller')?.at),
    columnOf(host.book, 'followed-up', header),
    text,
  );

const wednesday = Date.UTC(2026, 10, 4);

describe('the rules of a stage, in the sheet', () => {
  it('a status typed without what it needs stands, and the remark says what is missing until it is there', () => {
    const host = shop('flag');
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Status: 'Qualified', Remark: '“Qualified” needs Notes.' });
    type(host, 'Notes', 'wants three');
    run(host, 'syncNow');
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Status: 'Qualified', Remark: '', Notes: 'wants three' });
  });

  it('“remind”: who stays too long is due, and its owner is told', () => {
    const host = shop('remind');
    host.state.now = wednesday + 8.9 * 60 * MINUTE;
    host.advance(9 * MINUTE);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Due: '2026-11-04 09:00', Reminders: '1' });
    expect(host.mails.filter(({ subject }) => subject.startsWith('Due: Zoe Miller'))).toHaveLength(1);
  });

  it('“flag” only says so, and “move” moves on, with a line in the journal', () => {
    const flagged = shop('flag');
    flagged.state.now = wednesday + 10 * 60 * MINUTE;
    run(flagged, 'syncNow');
    expect(followUp(flagged, 'Zoe Miller')?.Remark).toContain('In “Qualified” for more than 2 working days.');
    flagged.advance(10 * MINUTE);
    expect(flagged.mails.filter(({ subject }) => subject.startsWith('Due:'))).toEqual([]);

    const moved = shop('move');
    moved.state.now = wednesday + 10 * 60 * MINUTE;
    run(moved, 'syncNow');
    expect(followUp(moved, 'Zoe Miller')).toMatchObject({ Status: 'Lost', Reminder: 'closed' });
    expect(table(moved.book, 'activity').some((line) => line.Field === 'Status' && line.After === 'Lost')).toBe(true);
  });
});
