import { readCurrency, readMoney } from '../../src/intake/money';
import { decimalEvidence, readNumber } from '../../src/intake/number';
import { readQuantity } from '../../src/intake/quantity';

test.each([
  ['1234', '', 1234],
  ['1,234.50', '', 1234.5],
  ['1.234,50', '', 1234.5],
  ['1,23,456.00', '', 123456],
  ["1'234.50", '', 1234.5],
  ['1 234,50', '', 1234.5],
  ['(12.00)', '', -12],
  ['12-', '', -12],
  ['−12.5', '', -12.5],
  ['15 %', '', 0.15],
  ['1,234', '.', 1234],
  ['1,234', ',', 1.234],
  ['1.234.567', '', 1234567],
  ['.5', '', 0.5],
  ['1.5E+3', '', 1500],
  ['１２３', '', 123],
] as const)('%s with “%s” is %d', (text, decimal, expected) => {
  expect(readNumber(text, decimal)).toMatchObject({ value: expected, flaws: [] });
});

test('what can be read two ways is left out and marked', () => {
  expect(readNumber('1,234', '')).toMatchObject({ value: null, flaws: [{ code: 'number-ambiguous' }] });
  expect(readNumber('abc', '.')).toMatchObject({ value: null, flaws: [{ code: 'number-unreadable' }] });
  expect(readNumber('1,2,3.4', '.')).toMatchObject({ value: null, flaws: [{ code: 'number-unreadable' }] });
  expect(readNumber('n/a', '.')).toMatchObject({ value: null, flaws: [] });
});

test.each([
  ['1.5', '.'],
  ['1,5', ','],
  ['1.234', ''],
  ['0.123', '.'],
  ['1,234.5', '.'],
  ['1.234,5', ','],
  ['1,234,567', '.'],
  ['1234', ''],
])('%s shows “%s”', (text, sign) => {
  expect(decimalEvidence(text)).toBe(sign);
});

test.each([
  ['$1,234.50', 'US', '', 1234.5, 'USD'],
  ['$1,234.50', 'MX', '', 1234.5, 'MXN'],
  ['$5.00', '', 'CAD', 5, 'CAD'],
  ['1.234,50 €', '', '', 1234.5, 'EUR'],
  ['₹ 1,23,456.00', '', '', 123456, 'INR'],
  ['R$ 10,50', '', '', 10.5, 'BRL'],
  ['Rp 15.000,00', '', '', 15000, 'IDR'],
  ['CHF 1’234.50', '', '', 1234.5, 'CHF'],
  ['kr 99,50', 'SE', '', 99.5, 'SEK'],
  ['EUR (12,00)', '', '', -12, 'EUR'],
  ['12.50', '', '', 12.5, ''],
] as const)('%s in %s is %d %s', (text, country, usual, amount, currency) => {
  expect(readMoney(text, '', country, usual)).toMatchObject({ value: { amount, currency }, flaws: [] });
});

test('a shared sign that nothing settles leaves the currency out', () => {
  expect(readMoney('$5.00', '.', '', '').value).toEqual({ amount: 5, currency: '' });
  expect(readCurrency('¥', '', '')).toBe('');
  expect(readCurrency('usd', '', '')).toBe('USD');
});

test.each([
  ['12 pcs', 12],
  ['x2', 2],
  ['1,5 kg', 1.5],
  ['5 / box', 5],
  ['2 dozen', 24],
  ['10 Stück', 10],
])('the quantity %s is %d', (text, expected) => {
  expect(readQuantity(text, '')).toMatchObject({ value: expected, flaws: [] });
});

test('two numbers in a quantity are not guessed at', () => {
  expect(readQuantity('2 x 6', '.')).toMatchObject({ value: null, flaws: [{ code: 'number-unreadable' }] });
});
