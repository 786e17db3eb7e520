import { isCompany } from '../../src/intake/company';
import { latinKey } from '../../src/intake/latin';
import { readName } from '../../src/intake/name';
import { readCompany, readNamePart } from '../../src/intake/name-part';

test.each([
  ['Ana Cruz', 'Ana Cruz', 'Ana', 'Cruz'],
  ['Cruz, Ana', 'Ana Cruz', 'Ana', 'Cruz'],
  ['DE LA CRUZ, ANA', 'Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['ana de la cruz', 'Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['Ludwig van Beethoven', 'Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Ali bin Saeed', 'Ali bin Saeed', 'Ali', 'bin Saeed'],
  ["SINÉAD O'BRIEN", "Sinéad O'Brien", 'Sinéad', "O'Brien"],
  ['RONALD MCDONALD', 'Ronald McDonald', 'Ronald', 'McDonald'],
  ['jean-luc picard', 'Jean-Luc Picard', 'Jean-Luc', 'Picard'],
  ['Jean DUPONT', 'Jean Dupont', 'Jean', 'Dupont'],
  ['Dr. Mary Jones PhD', 'Mary Jones', 'Mary', 'Jones'],
  ['Sra. Lucía Peña', 'Lucía Peña', 'Lucía', 'Peña'],
  ['Smith, John, Jr.', 'John Smith Jr.', 'John', 'Smith'],
  ['John Smith III', 'John Smith III', 'John', 'Smith'],
  ['J. R. R. Tolkien', 'J. R. R. Tolkien', 'J. R. R.', 'Tolkien'],
  ['Robert "Bob" Smith', 'Robert Smith', 'Robert', 'Smith'],
  ['Elizabeth (Liz) Taylor', 'Elizabeth Taylor', 'Elizabeth', 'Taylor'],
  ['Dr Smith', 'Smith', '', 'Smith'],
  ['DUPONT Jean-Pierre', 'Jean-Pierre Dupont', 'Jean-Pierre', 'Dupont'],
  ['Ravi Kumar S/O Mohan Lal', 'Ravi Kumar', 'Ravi', 'Kumar'],
  ['Herr Dr. med. Hans Müller', 'Hans Müller', 'Hans', 'Müller'],
  ['Suharto', 'Suharto', 'Suharto', ''],
  ['Иван Петров', 'Иван Петров', 'Иван', 'Петров'],
  ['김민수', '김민수', '', ''],
  ['JosÃ© NuÃ±ez', 'José Nuñez', 'José', 'Nuñez'],
])('%s is %s', (text, name, given, family) => {
  expect(readName(text).value).toMatchObject({ name, given, family, company: '' });
});

test.each([
  'Acme Inc.',
  'Müller GmbH',
  'PT Maju Jaya',
  'Silva & Filhos Ltda',
  'A.B. Traders',
  'Hotel Central',
  'Smith & Sons Ltd',
  'Khan Brothers',
  'NESTLE SA',
  'Siemens AG',
  'Telefónica S. A.',
  'University of Leeds',
])('%s is a company', (text) => {
  expect(readName(text).value).toMatchObject({ name: text, company: text, given: '', family: '' });
});

test.each([
  'Ana Cruz',
  'Inc',
  'Marco Polo',
  'Åsa Lindström',
  'Maria Co Santos',
  'Maria Sa',
  'MARIA SA',
  'Pedro de Sa',
  'Lars Ag',
  'Mary Church',
])('%s is a person', (text) => {
  expect(isCompany(text)).toBe(false);
});

test('two words and a sign between them may be a firm: kept whole, and said', () => {
  expect(readName('Smith & Wesson')).toMatchObject({
    value: { name: 'Smith & Wesson', given: '', family: '' },
    flaws: [{ code: 'name-people-or-firm' }],
  });
});

test('two people in a cell: the first is used, and it is said', () => {
  const { value, flaws } = readName('John & Mary Smith');
  expect(value).toMatchObject({ name: 'John Smith', family: 'Smith' });
  expect(flaws).toEqual([
    expect.objectContaining({ code: 'name-two-people', message: expect.stringContaining('John Smith, Mary Smith') }),
  ]);
  expect(readName('Mr and Mrs Smith').value.name).toBe('Smith');
  expect(readName('Juan García y López').value.name).toBe('Juan García y López');
});

test.each([
  ['ana@example.com', 'name-is-email'],
  ['+1 415 555 0132', 'name-is-number'],
  ['!!!', 'name-unreadable'],
])('%s is no name: %s', (text, code) => {
  expect(readName(text)).toMatchObject({ value: { name: '' }, flaws: [{ code }] });
});

test('at most 255 letters are kept', () => {
  const { value, flaws } = readName(`Ana ${'x'.repeat(300)}`);
  expect(value.name.length).toBeLessThanOrEqual(255);
  expect(flaws[0].code).toBe('name-too-long');
});

test('given and family names in columns of their own, and companies', () => {
  expect(readNamePart('  WHITE ').value).toBe('White');
  expect(readNamePart('Mr. John').value).toBe('John');
  expect(readNamePart('n/a').value).toBe('');
  expect(readCompany('ACME GmbH').value).toBe('ACME GmbH');
  expect(readCompany('private').value).toBe('');
});

test.each([
  ['Иван Щукин', 'ivan shchukin'],
  ['Γιώργος', 'giorgos'],
  ['김민수', 'gimminsu'],
  ['たなか', 'tanaka'],
  ['José Núñez', 'jose nunez'],
  ['王', '王'],
])('the Latin key of %s is %s', (text, key) => {
  expect(latinKey(text)).toBe(key);
});
