import { type DateContext, fullYear, readDate, readDateCell, readSerial } from '../../src/intake/date';
import { countOrder, decideOrder, emptyVote } from '../../src/intake/date-order';

const wall = (date: Date): string => date.toISOString().slice(0, 19);
const context: DateContext = { order: 'DMY', certain: true, today: '2026-11-20', birth: false, wall };

test.each([
  ['2024-03-05', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['05/03/2024', '2024-03-05'],
  ['5.3.24', '2024-03-05'],
  ['2/29/2024', '2024-02-29'],
  ['5 de março de 2024', '2024-03-05'],
  ['5. Jänner 2024', '2024-01-05'],
  ['vendredi 1er mars 2024', '2024-03-01'],
  ['mar 5 marzo 2024', '2024-03-05'],
  ['Mar 5, 2024', '2024-03-05'],
  ['05-Mar-24', '2024-03-05'],
  ['17 Agustus 2024', '2024-08-17'],
  ['2024年3月5日', '2024-03-05'],
  ['٠٥/٠٣/٢٠٢٤', '2024-03-05'],
  ['Sun 20/09/2026', '2026-09-20'],
  ['45356', '2024-03-05'],
  ['5/3/24 14h30', '2024-03-05T14:30:00'],
  ['5/3/2024 2:30:15 p.m.', '2024-03-05T14:30:15'],
  ['5/3/2024 at 5pm', '2024-03-05T17:00:00'],
  ['2024-03-05T14:30:00+05:30', '2024-03-05T09:00:00'],
  ['2024-03-05T23:30:00-02:00', '2024-03-06T01:30:00'],
  ['2024-03-05 24:00', '2024-03-06T00:00:00'],
  ['1709596800', '2024-03-05T00:00:00'],
  ['yesterday', '2026-11-19'],
  ['ayer', '2026-11-19'],
  ['besok', '2026-11-21'],
  ['3 days ago', '2026-11-17'],
  ['03.11.26', '2026-11-03'],
])('%s is %s', (text, expected) => {
  expect(readDate(text, context)).toMatchObject({ value: expected, flaws: [] });
});

test.each([
  ['31/02/2024', 'date-no-such-day'],
  ['29/2/2023', 'date-no-such-day'],
  ['next week maybe', 'date-unreadable'],
  ['May 2024', 'date-unreadable'],
  ['10:30', 'date-unreadable'],
  ['12', 'date-unreadable'],
  ['15/06/1900', 'date-1900'],
])('%s is left out: %s', (text, code) => {
  expect(readDate(text, context)).toMatchObject({ value: '', flaws: [{ code }] });
});

test.each(['', '00/00/0000', '0000-00-00', '1/0/1900', 'N/A', '-'])('“%s” is no date, and nothing is said', (text) => {
  expect(readDate(text, context)).toMatchObject({ value: '', flaws: [] });
});

test('a year far from today is kept and doubted', () => {
  expect(readDate('2204-03-05', context)).toMatchObject({ value: '2204-03-05', flaws: [{ code: 'date-far' }] });
});

test('an open date is left out where nothing settles its order, and doubted where cells disagree', () => {
  expect(readDate('03/04/2024', { ...context, order: '' })).toMatchObject({
    value: '',
    flaws: [{ code: 'date-ambiguous' }],
  });
  expect(readDate('03/04/2024', { ...context, certain: false })).toMatchObject({
    value: '2024-04-03',
    flaws: [{ code: 'date-ambiguous' }],
  });
  expect(readDate('03/04/2024', { ...context, order: 'MDY' })).toMatchObject({ value: '2024-03-04', flaws: [] });
  expect(readDate('04/04/2024', { ...context, order: '' })).toMatchObject({ value: '2024-04-04', flaws: [] });
});

test('two digits of a year lie near today, and for births in the past', () => {
  expect([
    fullYear(26, 2, '2026-11-20', false),
    fullYear(75, 2, '2026-11-20', false),
    fullYear(76, 2, '2026-11-20', false),
  ]).toEqual([2026, 2075, 1976]);
  expect([fullYear(26, 2, '2026-11-20', true), fullYear(27, 2, '2026-11-20', true)]).toEqual([2026, 1927]);
});

test('serials and the slip of 1900', () => {
  expect(readSerial(45356.5)).toMatchObject({ value: '2024-03-05T12:00:00', flaws: [] });
  expect(readSerial(0)).toMatchObject({ value: '', flaws: [] });
  expect(readSerial(12)).toMatchObject({ value: '', flaws: [{ code: 'date-1900' }] });
});

test('Date cells: the sheet’s zero day is nothing, midnight is a day', () => {
  expect(readDateCell(new Date(Date.UTC(2024, 2, 5)), wall).value).toBe('2024-03-05');
  expect(readDateCell(new Date(Date.UTC(2024, 2, 5, 9, 30)), wall).value).toBe('2024-03-05T09:30:00');
  expect(readDateCell(new Date(Date.UTC(1899, 11, 30)), wall)).toMatchObject({ value: '', flaws: [] });
  expect(readDateCell(new Date(Number.NaN), wall).flaws[0].code).toBe('date-unreadable');
});

test('a column votes on its day order', () => {
  const vote = emptyVote();
  for (const text of ['03/04/24', '13/04/24', '2024-05-06']) countOrder(vote, text);
  expect(vote).toMatchObject({ dayFirst: 1, monthFirst: 0, open: 1, example: '13/04/24' });
  expect(decideOrder(vote)).toEqual({ order: 'DMY', clean: true });
  countOrder(vote, '04/25/24');
  expect(decideOrder(vote)).toEqual({ order: 'DMY', clean: false });
});
