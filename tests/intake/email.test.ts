import fc from 'fast-check';
import isEmail from 'validator/lib/isEmail';
import { emailKey, isAddress, readEmail } from '../../src/intake/email';

test.each([
  ['ana@example.com', 'ana@example.com'],
  ['  Ana@Example.COM ', 'Ana@example.com'],
  ['ANA@EXAMPLE.COM', 'ana@example.com'],
  ['Ana de la Cruz <ana@example.com>', 'ana@example.com'],
  ['"Cruz, Ana" <ana@example.com>', 'ana@example.com'],
  ['mailto:ana@example.com', 'ana@example.com'],
  ['ana@example.com.', 'ana@example.com'],
  ['ana (at) example (dot) com', 'ana@example.com'],
  ['ana @ example.com', 'ana@example.com'],
  ['ana＠example.com', 'ana@example.com'],
  ['ana@example.com; bo@example.org', 'ana@example.com bo@example.org'],
  ['ana@example.com / bo@example.org', 'ana@example.com bo@example.org'],
  ['ana@example.com, ana@example.com', 'ana@example.com'],
  ['ana@müller.de', 'ana@müller.de'],
])('%j holds %s', (text, expected) => {
  expect(readEmail(text).value.addresses.join(' ')).toBe(expected);
});

test.each([
  ['ana.example.com', 'email-no-at'],
  ['ana@example', 'email-invalid'],
  ['ana@@example.com', 'email-invalid'],
  ['ana smith@example.com', 'email-space'],
])('%s is left out: %s', (text, code) => {
  const { value, flaws } = readEmail(text);
  expect(value.addresses).toEqual([]);
  expect(flaws.map((flaw) => flaw.code)).toEqual([code]);
});

test('a typing error in a known domain is suggested, never changed', () => {
  const { value, flaws } = readEmail('ana@gmial.com');
  expect(value.addresses).toEqual(['ana@gmial.com']);
  expect(flaws[0]).toMatchObject({ code: 'email-domain-typo', remedy: expect.stringContaining('ana@gmail.com') });
});

test.each(['ana@ymail.com', 'ana@mail.com', 'ana@live.it', 'ana@hotmail.de', 'ana@example.co'])(
  '%s is a real domain',
  (text) => {
    expect(readEmail(text).flaws).toEqual([]);
  },
);

test.each([
  ['info@example.com', 'email-role', 'note'],
  ['no-reply@example.com', 'email-unread', 'doubt'],
  ['x@mailinator.com', 'email-throw-away', 'note'],
])('%s is marked %s', (text, code, severity) => {
  expect(readEmail(text).flaws).toEqual([expect.objectContaining({ code, severity })]);
});

test.each([
  ['Ana.Cruz+shop@gmail.com', 'anacruz@gmail.com'],
  ['ana.cruz@googlemail.com', 'anacruz@gmail.com'],
  ['ana.cruz+x@outlook.com', 'ana.cruz@outlook.com'],
  ['ana-x@yahoo.co.uk', 'ana@yahoo.co.uk'],
  ['Ana.Cruz+x@example.com', 'ana.cruz+x@example.com'],
])('the key of %s is %s', (address, key) => {
  expect(emailKey(address)).toBe(key);
});

test.each([
  'a@b.co',
  "o'neil+x@ex-ample.co.uk",
  'josé@müller.de',
  '用户@例子.中国',
  'a..b@x.com',
  '.a@x.com',
  'a.@x.com',
  'a@-x.com',
  'a@x-.com',
  'a@x',
  'a@x.c',
  '@x.com',
  'a b@x.com',
  `${'a'.repeat(65)}@x.com`,
  'a@xn--mller-kva.de',
])('validator’s isEmail agrees on %s', (text) => {
  expect(isAddress(text)).toBe(isEmail(text));
});

test('what fast-check makes of RFC 5322 is an address here as in validator, and is read as itself', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      fc.pre(isEmail(address));
      expect(isAddress(address)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
