import type { Workbook } from '../../host';
import { columnOf, hostOn, run, shopBook, shown, syncNow, table, workbookOf } from '../support/product';

const HEADER = [
  'Order ID',
  'Line ID',
  'Order date',
  'Customer ID',
  'Customer name',
  'Phone',
  'E-mail',
  'Article',
  'Quantity',
  'Amount',
];
const ANA = ['1001', '1', '2026-10-30', 'C-1', 'Ana Silva', '+351912345678', 'ana@example.org', 'Chair', 2, 80];
const BEN = ['1002', '1', '2026-10-31', 'C-2', 'Ben Okri', '+447911123456', 'ben@example.org', 'Table', 1, 120];

const staffSheet = [
  ['Name', 'E-mail', 'Role', 'Takes new ones'],
  ['Rui', 'rui@example.org', 'member', 'yes'],
  ['Eva', 'eva@example.org', 'member', 'yes'],
];

function orders(...rows: unknown[][]): Workbook {
  return workbookOf({ 'order-update': [HEADER, ...rows] as never, staff: staffSheet });
}

const followUp = (book: Workbook, name: string) => table(book, 'followed-up').find((row) => row.Name === name)!;
const journal = (book: Workbook) =>
  table(book, 'activity').map((row) => `${row.What}: ${row.About} ${row.Field} ${row.Before} → ${row.After}`);

describe('a first sync', () => {
  it('opens one follow-up for each order, gives it to somebody, and says by when', () => {
    const book = orders(ANA, BEN);
    const report = syncNow(hostOn(book));
    expect(report).toMatchObject({
      read: 2,
      records: 2,
      people: 2,
      followUps: { opened: 2, updated: 0, unchanged: 0 },
    });
    expect(followUp(book, 'Ana Silva')).toMatchObject({
      Status: 'To call',
      Reminder: 'pending',
      'Contact by': '2026-11-03 18:00',
      'Why then': 'next working day after arrival',
      Phone: '+351912345678',
      About: '2 × Chair, 80.00',
      Amount: '80.00',
    });
    expect(
      table(book, 'followed-up')
        .map((row) => row.Owner)
        .sort(),
    ).toEqual(['Eva', 'Rui']);
  });

  it('calls somebody by the name that another order of theirs has, where one has none', () => {
    const nameless = ['1003', '1', '2026-11-01', 'C-1', '', '+351912345678', 'ana@example.org', 'Lamp', 1, 30];
    const book = orders(nameless, ANA, BEN);
    const host = hostOn(book);
    syncNow(host);
    const names = () => table(book, 'followed-up').map((row) => `${row['Order or lead']} ${row.Name}`);
    expect(names().sort()).toEqual(['1001 Ana Silva', '1002 Ben Okri', '1003 Ana Silva']);
    host.person.paste('order-update', 'A5', [
      ['1004', '1', '2026-11-01', 'C-2', '', '', 'ben@example.org', 'Rug', 1, 30],
    ]);
    syncNow(host);
    expect(names()).toContain('1004 Ben Okri');
  });

  it('adds up the lines of an order, and takes a line that stands again for an update', () => {
    const again = ['1001', '1', '2026-10-30', 'C-1', 'Ana Silva', '', '', 'Chair', 3, 120];
    const other = ['1001', '2', '2026-10-30', 'C-1', 'Ana Silva', '', '', 'Lamp', 1, 30];
    const book = orders(ANA, other, again);
    expect(syncNow(hostOn(book))).toMatchObject({ records: 1, duplicates: 1 });
    expect(followUp(book, 'Ana Silva')).toMatchObject({
      About: '3 × Chair, 120.00; 1 × Lamp, 30.00',
      Amount: '150.00',
      Lines: '2',
    });
    expect(journal(book)).toContain('line repeated: Ana Silva, 1001 Chair 2 × Chair, 80.00 → 3 × Chair, 120.00');
  });

  it('makes two follow-ups of one order number under two customers, and says so', () => {
    const book = orders(ANA, ['1001', '1', '2026-10-30', 'C-2', 'Ben Okri', '', '', 'Chair', 1, 40]);
    expect(syncNow(hostOn(book)).followUps.opened).toBe(2);
    expect(followUp(book, 'Ana Silva').Remark).toBe('Order 1001 also stands under Ben Okri.');
    expect(followUp(book, 'Ben Okri').Remark).toBe('Order 1001 also stands under Ana Silva.');
  });

  it('lists what cannot be used, with the way to mend it, and lets it go once mended', () => {
    const book = orders(ANA, ['', '1', '2026-10-31', 'C-2', 'Ben Okri', '12', 'ben@', 'Table', 1, 120]);
    const host = hostOn(book);
    expect(syncNow(host).followUps.opened).toBe(1);
    const complaints = table(book, 'needs-fixing');
    expect(complaints.some((row) => row['How bad'] === 'error' && row.Where === 'order-update, row 3')).toBe(true);
    for (const row of complaints) expect(row['What to do']).not.toBe('');
    host.person.paste('order-update', 'A3', [["'1002"]]);
    host.person.paste('order-update', 'F3', [["'+447911123456", 'ben@example.org']]);
    expect(syncNow(host).followUps.opened).toBe(1);
    expect(table(book, 'needs-fixing')).toEqual([]);
  });

  it('writes hostile text so that it is text', () => {
    const hostile = '=HYPERLINK("http://evil.example","x")';
    const book = orders(['1001', '1', '2026-10-30', 'C-1', '+cmd|calc', '', '', hostile, 1, 5]);
    syncNow(hostOn(book));
    expect(table(book, 'followed-up')[0]).toMatchObject({ Name: '+cmd|calc', About: expect.stringContaining(hostile) });
    const sheet = book.sheet('followed-up');
    const formulas = sheet.peek(2)?.formulas?.filter((formula) => formula !== undefined) ?? [];
    expect(formulas.every((formula) => /^=HYPERLINK\("#gid=\d+&range=A\d+","row \d+"\)$/.test(formula!))).toBe(true);
  });
});

describe('a second sync', () => {
  it('writes nothing', () => {
    const book = shopBook();
    const host = hostOn(book);
    syncNow(host);
    const before = JSON.stringify(book.sheets.map((sheet) => shown(book, sheet.name)));
    const result = host.run('syncNow', { startedBy: 'cli' });
    expect(result.value).toMatchObject({ written: { cells: 0, rows: 0 } });
    expect(result.cellsWritten).toBe(0);
    expect(JSON.stringify(book.sheets.map((sheet) => shown(book, sheet.name)))).toBe(before);
  });

  it('changes only the cells of a changed source row', () => {
    const book = orders(ANA, BEN);
    const host = hostOn(book);
    syncNow(host);
    const before = table(book, 'followed-up');
    host.person.type('order-update', 'I2', '5');
    expect(syncNow(host).followUps).toEqual({ opened: 0, updated: 1, unchanged: 1 });
    const after = table(book, 'followed-up');
    expect(after.find((row) => row.Name === 'Ben Okri')).toEqual(before.find((row) => row.Name === 'Ben Okri'));
    expect({ ...followUp(book, 'Ana Silva'), About: '' }).toEqual({
      ...before.find((row) => row.Name === 'Ana Silva')!,
      About: '',
    });
    expect(journal(book)).toContain('changed: Ana Silva, 1001 About 2 × Chair, 80.00 → 5 × Chair, 80.00');
  });

  it('keeps the follow-up, and what staff wrote, when a phone and a name are corrected in the source', () => {
    const book = orders(
      ANA.map((cell, index) => (index === 3 ? '' : cell)),
      BEN,
    );
    const host = hostOn(book);
    syncNow(host);
    const { at, 'Follow-up id': id } = followUp(book, 'Ana Silva');
    host.person.type('followed-up', Number(at), columnOf(book, 'followed-up', 'Notes'), 'likes oak');
    host.person.paste('order-update', 'E2', [['Ana da Silva', "'+351912345679"]]);
    expect(syncNow(host).followUps).toMatchObject({ opened: 0, updated: 1 });
    expect(followUp(book, 'Ana da Silva')).toMatchObject({
      'Follow-up id': id,
      Notes: 'likes oak',
      Phone: '+351912345679',
    });
  });

  it('marks what has vanished from the source, and takes it back when it returns', () => {
    const book = orders(ANA, BEN);
    const host = hostOn(book);
    syncNow(host);
    host.person.deleteRows('order-update', 3);
    syncNow(host);
    expect(followUp(book, 'Ben Okri')).toMatchObject({ Remark: 'Gone from the source.', 'Source row': 'gone' });
    expect(table(book, 'followed-up')).toHaveLength(2);
    host.person.paste('order-update', 'A3', [BEN.map((cell) => (typeof cell === 'string' ? `'${cell}` : cell))]);
    expect(syncNow(host).followUps.opened).toBe(0);
    expect(followUp(book, 'Ben Okri')).toMatchObject({ Remark: '', 'Source row': 'row 3' });
  });
});

describe('what staff do in the sheet', () => {
  function worked() {
    const book = orders(ANA, BEN);
    const host = hostOn(book);
    syncNow(host);
    const write = (name: string, header: string, text: string) =>
      host.person.type('followed-up', Number(followUp(book, name).at), columnOf(book, 'followed-up', header), text);
    return { book, host, write };
  }

  it('is never overwritten, is noticed, and closes the reminder', () => {
    const { book, host, write } = worked();
    write('Ana Silva', 'Status', 'contacted ');
    write('Ana Silva', 'Notes', '=call after 5');
    syncNow(host);
    expect(followUp(book, 'Ana Silva')).toMatchObject({
      Status: 'contacted ',
      Reminder: 'contacted',
      'Contacted at': '2026-11-02 09:00',
    });
    expect(journal(book)).toContain('changed: Ana Silva, 1001 Status To call → contacted');
    expect(syncNow(host).written.cells).toBe(0);
    write('Ana Silva', 'Status', 'Done');
    syncNow(host);
    expect(followUp(book, 'Ana Silva').Reminder).toBe('closed');
    write('Ana Silva', 'Status', 'To call');
    syncNow(host);
    expect(followUp(book, 'Ana Silva')).toMatchObject({ Reminder: 'pending', 'Contacted at': '' });
  });

  it('may be sorting, columns put in between, moved and added, and a title above the header', () => {
    const { book, host, write } = worked();
    write('Ana Silva', 'Notes', 'mine');
    host.person.insertColumns('followed-up', 3);
    host.person.type('followed-up', 'C1', 'My colour');
    host.person.type('followed-up', 'C2', 'green');
    host.person.moveColumns('followed-up', columnOf(book, 'followed-up', 'Phone'), 1, 1);
    host.person.insertRows('followed-up', 1);
    host.person.type('followed-up', 'A1', 'Our list');
    host.person.type('order-update', 'I2', '7');
    syncNow(host);
    expect(followUp(book, 'Ana Silva')).toMatchObject({
      Notes: 'mine',
      About: '7 × Chair, 80.00',
      Phone: '+351912345678',
    });
    expect(
      table(book, 'followed-up')
        .map((row) => row['My colour'])
        .sort(),
    ).toEqual(['', 'green']);
    expect(syncNow(host).written.cells).toBe(0);
  });

  it('may be a column deleted: it comes back filled', () => {
    const { book, host } = worked();
    host.person.deleteColumns('followed-up', columnOf(book, 'followed-up', 'Phone'));
    syncNow(host);
    expect(followUp(book, 'Ana Silva').Phone).toBe('+351912345678');
  });

  it('may be a row copied: the copy becomes a follow-up of its own', () => {
    const { book, host } = worked();
    host.person.copy('followed-up', '2:2', 'A9');
    syncNow(host);
    const ids = table(book, 'followed-up').map((row) => row['Follow-up id']);
    expect(new Set(ids).size).toBe(3);
    expect(table(book, 'followed-up').filter((row) => row.Source === 'copied')).toHaveLength(1);
    expect(syncNow(host).written.cells).toBe(0);
  });

  it('may be a row typed by hand', () => {
    const { book, host } = worked();
    host.person.type('followed-up', 9, columnOf(book, 'followed-up', 'Name'), 'Carla, by phone');
    syncNow(host);
    expect(followUp(book, 'Carla, by phone')).toMatchObject({ Source: 'typed', Reminder: 'pending' });
    expect(syncNow(host).written.cells).toBe(0);
  });

  it('may be an id pasted over: each row gets its own back', () => {
    const { book, host, write } = worked();
    write('Ana Silva', 'Notes', 'a');
    write('Ben Okri', 'Notes', 'b');
    syncNow(host);
    const ids = table(book, 'followed-up').map((row) => row['Follow-up id']);
    write('Ana Silva', 'Follow-up id', followUp(book, 'Ben Okri')['Follow-up id']);
    syncNow(host);
    expect(table(book, 'followed-up').map((row) => row['Follow-up id'])).toEqual(ids);
    expect(followUp(book, 'Ana Silva').Notes).toBe('a');
    expect(followUp(book, 'Ben Okri').Notes).toBe('b');
  });

  it('may be a sheet deleted: it is made anew', () => {
    const { book, host } = worked();
    host.person.deleteSheet('people');
    syncNow(host);
    expect(table(book, 'people')).toHaveLength(2);
  });
});

describe('duplicates', () => {
  it('merge when a person says so, part again when the person changes their mind, and give back the same cells', () => {
    const lead = (name: string, phone: string, email: string) => [name, phone, email];
    const book = workbookOf({
      settings: [
        ['Setting', 'Value', 'What it does'],
        ['Matching', 'exact', ''],
      ],
      leads: [
        ['Name', 'Phone', 'E-mail'],
        lead('Ana Silva', '+351912345678', 'ana@example.org'),
        lead('Rui Costa', '+351912345678', 'rui@example.net'),
      ],
    });
    const host = hostOn(book);
    syncNow(host);
    const persons = () => new Set(table(book, 'followed-up').map((row) => row['Person id'])).size;
    expect(persons()).toBe(2);
    const proposals = table(book, 'duplicates');
    expect(proposals).toHaveLength(1);
    const before = shown(book, 'people');
    const decide = (text: string) =>
      host.person.type('duplicates', Number(proposals[0].at), columnOf(book, 'duplicates', 'Decision'), text);
    decide('merge');
    syncNow(host);
    expect(persons()).toBe(1);
    expect(table(book, 'duplicates')[0].Outcome).toBe('merged');
    const row = Number(followUp(book, 'Rui Costa').at);
    host.person.type('followed-up', row, columnOf(book, 'followed-up', 'Notes'), 'written while merged');
    syncNow(host);
    decide('keep separate');
    syncNow(host);
    expect(persons()).toBe(2);
    expect(followUp(book, 'Rui Costa').Notes).toBe('written while merged');
    const parted = table(book, 'activity').find((line) => line.What === 'parted');
    expect(parted?.Why).toBe('changed since, and stays: Rui Costa: Notes “” → “written while merged”');
    expect(shown(book, 'people')).toEqual(before);
    expect(syncNow(host).written.cells).toBe(0);
  });
});

describe('a merge that nobody asked for', () => {
  const book = workbookOf({
    settings: [
      ['Setting', 'Value', 'What it does'],
      ['Matching', 'exact', ''],
    ],
    'order-update': [
      ['Order number', 'Name', 'Phone', 'E-mail'],
      ['A-1', 'Ana Silva', '+351912345678', 'ana@example.org'],
      ['A-2', 'Ana M. Silva', '+351912345678', 'office@example.net'],
    ],
  });
  const host = hostOn(book);
  const persons = () => new Set(table(book, 'followed-up').map((row) => row['Person id'])).size;
  const decide = (text: string) => {
    host.person.type(
      'duplicates',
      Number(table(book, 'duplicates')[0].at),
      columnOf(book, 'duplicates', 'Decision'),
      text,
    );
    syncNow(host);
  };

  it('is told in duplicates where the two differ', () => {
    expect(syncNow(host)).toMatchObject({ people: 1, proposals: 0 });
    expect(table(book, 'duplicates')).toEqual([expect.objectContaining({ Outcome: 'merged by itself', Decision: '' })]);
    expect(syncNow(host).written.cells).toBe(0);
  });

  it('is taken apart by “keep separate”, and made again when that is taken back', () => {
    decide('keep separate');
    expect(persons()).toBe(2);
    expect(table(book, 'duplicates')[0].Outcome).toBe('kept separate, for good');
    expect(syncNow(host).written.cells).toBe(0);
    decide('');
    expect(persons()).toBe(1);
    expect(table(book, 'duplicates')[0].Outcome).toBe('merged by itself');
  });
});

describe('Set up', () => {
  it('changes nothing the second time', () => {
    const book = shopBook();
    const host = hostOn(book);
    run(host, 'setUp');
    const before = book.sheets.map((sheet) => shown(book, sheet.name));
    expect(run(host, 'setUp')).toMatchObject({ created: [], mended: [], sources: [] });
    expect(book.sheets.map((sheet) => shown(book, sheet.name))).toEqual(before);
  });

  it('finds the sheets with orders and leads', () => {
    const book = shopBook();
    expect(run(hostOn(book), 'setUp')).toMatchObject({ sources: ['order-update', 'leads', 'trade fair leads'] });
  });

  it('makes an order sheet for somebody who has nothing yet', () => {
    const book = workbookOf({ Sheet1: [['']] });
    run(hostOn(book), 'setUp');
    expect(shown(book, 'order-update')[0]).toContain('Order ID');
  });

  it('refuses a sheet of one of its names that holds something else, and leaves it alone', () => {
    const book = workbookOf({ people: [['Shopping list'], ['milk']] });
    const host = hostOn(book);
    host.run('setUp', { startedBy: 'menu' });
    expect(host.ui.shown.at(-1)).toMatchObject({ what: 'alert', text: expect.stringContaining('Rename that sheet') });
    expect(shown(book, 'people')).toEqual([['Shopping list'], ['milk']]);
  });

  it('refuses a workbook that a later version has set up', () => {
    const book = orders(ANA);
    const host = hostOn(book);
    run(host, 'setUp');
    host.state.properties.document.schema = '99';
    host.run('setUp', { startedBy: 'menu' });
    expect(host.ui.shown.at(-1)?.text).toContain('later version');
  });
});
