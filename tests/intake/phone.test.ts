import { measurePhones, oracle, plantPhones } from '../../bench/intake/phones';
import { readPhone } from '../../src/intake/phone';

function numbers(text: string, country = ''): readonly string[] {
  return readPhone(text, country).value.numbers;
}

function codes(text: string, country = ''): string[] {
  return readPhone(text, country).flaws.map(({ code }) => code);
}

describe('the rule asked for', () => {
  test.each(['+1-234-567-8900', '1-234-567-8900', '12345678900', '+1 (234) 567-8900', '1.234.567.8900'])(
    '%s is the same number with no country known',
    (text) => {
      expect(numbers(text)).toEqual(['+12345678900']);
    },
  );

  test('234-567-8900 is the same where the country is known, and marked where it is not', () => {
    expect(numbers('234-567-8900', 'US')).toEqual(['+12345678900']);
    expect(numbers('234-567-8900')).toEqual([]);
    expect(codes('234-567-8900')).toEqual(['phone-no-country']);
  });
});

test.each([
  ['+44 (0)20 7946 0958', '', '+442079460958'],
  ['+39 (0)6 69812345', '', '+390669812345'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['7911123456', 'GB', '+447911123456'],
  ['612345678', 'IT', '+390612345678'],
  ['00442079460958', 'DE', '+442079460958'],
  ['tel: 98200 43210', 'IN', '+919820043210'],
  ['p:+14155550132', '', '+14155550132'],
  ['1-800-FLOWERS', 'US', '+18003569377'],
  ['٠٢٠٧٩٤٦٠٩٥٨', 'GB', '+442079460958'],
  ['9.1982004321E+11', 'IN', ''],
  ["'0117 496 0123", 'GB', '+441174960123'],
  ['+1 415 555 0132 (work)', '', '+14155550132'],
])('%s in “%s” is %s', (text, country, expected) => {
  expect(numbers(text, country).join()).toBe(expected);
});

test('an extension is kept apart', () => {
  for (const text of ['020 7946 0958 ext. 12', '020 7946 0958 x12', '020 7946 0958 #12']) {
    expect(readPhone(text, 'GB').value).toEqual({ numbers: ['+442079460958'], extension: '12' });
  }
});

test.each([
  '212-555-1234 / 212-555-5678',
  '212-555-1234; 212-555-5678',
  '2125551234, 2125555678',
  '(212) 555-1234 or (212) 555-5678',
  '212-555-1234\n212-555-5678',
])('two numbers in “%s”', (text) => {
  expect(numbers(text, 'US')).toEqual(['+12125551234', '+12125555678']);
});

test('a slash inside one German number does not split it', () => {
  expect(numbers('030/901820', 'DE')).toEqual(['+4930901820']);
});

test.each(['', '   ', 'N/A', 'same', '-', 'none', 'no tiene', '#REF!'])(
  '“%s” is no phone, and nothing is said about it',
  (text) => {
    expect(readPhone(text, 'US')).toEqual({ value: { numbers: [], extension: '' }, did: '', flaws: [] });
  },
);

test.each([
  ['0000000000', 'US', 'phone-filler'],
  ['123456789', '', 'phone-filler'],
  ['1111111111', 'IN', 'phone-filler'],
  ['1.23E+11', 'IN', 'phone-scientific'],
  ['555-1234', 'US', 'phone-too-short'],
  ['447911123456', 'US', 'phone-no-plus'],
  ['0012015550123', 'US', 'phone-no-plus'],
  ['call me', 'US', 'phone-unreadable'],
  ['+999 123456789', '', 'phone-invalid'],
])('%s in “%s” is left out: %s', (text, country, code) => {
  expect(numbers(text, country)).toEqual([]);
  expect(codes(text, country)).toEqual([code]);
});

test('a number of the right shape in no range in use is kept and doubted', () => {
  expect(numbers('(555) 123-4567', 'US')).toEqual(['+15551234567']);
  expect(codes('(555) 123-4567', 'US')).toEqual(['phone-unassigned']);
});

test('a valid number whose digits look made up is kept and noted', () => {
  expect(numbers('98765 43210', 'IN')).toEqual(['+919876543210']);
  expect(codes('98765 43210', 'IN')).toEqual(['phone-made-up']);
});

test('agrees with Google’s own library on numbers of all regions', () => {
  const result = measurePhones(plantPhones(1500, 11));
  expect(result.examples).toEqual([]);
  expect(result.right).toBe(1500);
});

test('the quick way and the library agree with the oracle on E.164 with and without formatting', () => {
  for (const [text, region] of [
    ['+1 242 359 1234', 'BS'],
    ['8 (912) 345-67-89', 'RU'],
    ['011 15 2345-6789', 'AR'],
    ['0 800 123 4567', 'AR'],
    ['81123456', 'BJ'],
    ['013 12345', 'ZW'],
  ] as const) {
    expect(numbers(text, region).join()).toBe(oracle(text, region));
  }
});
