import fc from 'fast-check';
import { crmRows } from '../../bench/match/people';
import { findCandidates, type Pairs } from '../../src/match/candidates';
import { distinctRecords } from '../../src/match/columns';
import { emailComparer, phoneComparer } from '../../src/match/compare-contact';
import { dateComparer, dateKey } from '../../src/match/compare-date';
import { makeBags, overlap } from '../../src/match/compare-tokens';
import { nameComparer } from '../../src/match/compare-words';
import { oneEdit } from '../../src/match/edits';
import { makeFields } from '../../src/match/fields';
import { firmName, looksLikeFirm } from '../../src/match/firm-name';
import { mergeRows } from '../../src/match/merge';
import { NameTie, nameTie } from '../../src/match/name-clash';
import { areNicknames } from '../../src/match/nicknames';
import { splitFullName } from '../../src/match/person-name';
import { jaroWinkler, jaroWinklerBound, letterMask } from '../../src/match/similarity';
import { shortStreet, splitAddress } from '../../src/match/street';
import { fold, words } from '../../src/match/text';

describe('folding', () => {
  it.each([
    ['José ŁUKASZ', 'jose lukasz'],
    ["O'Brien & Söhne", 'obrien and sohne'],
    ['  A.-B. ', 'a b'],
    ['日本 株式会社', '日本 株式会社'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('one edit', () => {
  it.each([
    ['smith', 'smyth', true],
    ['smith', 'smiht', true],
    ['smith', 'smithe', true],
    ['smith', 'smth', true],
    ['smith', 'smith', false],
    ['smith', 'smythe', false],
    ['abcd', 'badc', false],
  ])('%s %s', (a, b, is) => expect(oneEdit(a, b)).toBe(is));

  it('is what one edit gives', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, at, letter) => {
          const place = at % (text.length + 1);
          const more = text.slice(0, place) + letter + text.slice(place);
          expect(oneEdit(text, more)).toBe(true);
          expect(oneEdit(more, text)).toBe(true);
        },
      ),
    );
  });
});

describe('Jaro-Winkler', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
  ])('%s %s as published', (a, b, value) => expect(jaroWinkler(a, b)).toBeCloseTo(value, 3));

  it('never exceeds its bound', () => {
    const name = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(name, name, (a, b) => {
        const bound = jaroWinklerBound(
          a.length,
          letterMask(a),
          b.length,
          letterMask(b),
          a.charCodeAt(0) === b.charCodeAt(0),
        );
        expect(jaroWinkler(a, b)).toBeLessThanOrEqual(bound + 1e-12);
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['Dr. Ana de la Cruz', { given: 'ana', family: 'de la cruz' }],
    ['de la Cruz, Ana', { given: 'ana', family: 'de la cruz' }],
    ['Smith', { given: '', family: 'smith' }],
    ['Mary Ann Smith', { given: 'mary ann', family: 'smith' }],
  ])('%s is taken apart', (text, parts) => expect(splitFullName(text)).toEqual(parts));

  it.each([
    ['bill', 'william', true],
    ['peggy', 'margaret', true],
    ['chris', 'christopher', true],
    ['bill', 'thomas', false],
  ])('%s may be %s: %s', (a, b, may) => expect(areNicknames(a, b)).toBe(may));

  it.each([
    ['Anna Smith', 'John Smith', NameTie.Clash],
    ['Tim Smith', 'Jim Smith', NameTie.Clash],
    ['J Smith', 'John Smith', NameTie.Initial],
    ['Johnn Smith', 'John Smith', NameTie.Typo],
    ['', 'John Smith', NameTie.Missing],
  ])('%s and %s', (a, b, tie) => expect(nameTie(words(a), words(b))).toBe(tie));

  it('are graded', () => {
    const texts = ['', 'john', 'jon', 'johnny', 'j', 'mary', 'catherine', 'katherine'];
    const level = nameComparer(texts);
    expect([level(1, 2), level(1, 3), level(1, 4), level(1, 5), level(6, 7)]).toEqual([6, 5, 4, 1, 6]);
  });
});

describe('firms', () => {
  it('are compared without legal forms, spelling out abbreviations', () => {
    expect(firmName('I.B.M. Intl. Corp.').core).toEqual(['ibm', 'international']);
    expect(firmName('Acme Mfg Co., Ltd.').core).toEqual(['acme', 'manufacturing']);
    expect(firmName('The Constructor GmbH').core).toEqual(['constructor']);
  });

  it.each([
    ['Smith & Sons', true],
    ['Müller Maschinenbau GmbH', true],
    ['Anna Müller', false],
  ])('%s looks like one: %s', (name, is) => expect(looksLikeFirm(name)).toBe(is));

  it('share words in any order, misspelt or shortened', () => {
    const lists = [['acme', 'consulting', 'group'], ['consulting', 'acmee', 'group'], ['zenith', 'foods'], ['acg']];
    const bags = makeBags(lists, ['acg', 'cag', 'zf', 'a']);
    expect(overlap(bags[0], bags[1]).jaccard).toBeGreaterThan(0.9);
    expect(overlap(bags[0], bags[2]).jaccard).toBe(0);
    expect(overlap(bags[0], bags[3]).acronym).toBe(true);
  });
});

describe('contacts, dates and addresses', () => {
  it('grade phones', () => {
    const level = phoneComparer(['', '4155550100', '14155550100', '4155550101', '9995550100', '2061234567']);
    expect([level(1, 2), level(1, 3), level(1, 4), level(1, 5)]).toEqual([5, 3, 4, 1]);
  });

  it('grade e-mails', () => {
    const mails = [
      'jon.smith@gmail.com',
      'john.smith@gmail.com',
      'jon.smith@work.org',
      'zoe@gmail.com',
      'zoe@else.net',
    ];
    const level = emailComparer(['', ...mails]);
    expect([level(1, 2), level(1, 3), level(1, 4), level(1, 5)]).toEqual([5, 4, 2, 1]);
  });

  it('read and grade dates', () => {
    const keys = ['', '1990-02-03', '19900203', '1990-03-02', '1990-02-23', '1990-11-28', '2001-07-19'].map(dateKey);
    const level = dateComparer(keys);
    expect(keys[1]).toBe(keys[2]);
    expect([level(1, 3), level(1, 4), level(1, 5), level(1, 6)]).toEqual([4, 4, 2, 1]);
    expect(dateKey('not a date')).toBe('');
  });

  it.each([
    ['12 Oak Street', { number: '12', street: 'oak st' }],
    ['Hauptstraße 12a', { number: '12a', street: 'hauptst' }],
    ['PO Box', { number: '', street: 'po box' }],
  ])('%s is taken apart and written short', (text, parts) => {
    const { number, street } = splitAddress(text);
    expect({ number, street: shortStreet(street) }).toEqual(parts);
  });
});

describe('candidates', () => {
  const rows = crmRows(3000, 5);
  const column = (name: string) => rows.map((row) => row[name] ?? '');
  const names = { given: column('first'), family: column('last') };
  const columns = { ...names, email: column('email'), phone: column('phone'), city: column('city') };
  const records = distinctRecords({ size: rows.length, columns });
  const fields = makeFields(records);
  const keysOf = ({ size, a, b }: Pairs) => Array.from({ length: size }, (_, i) => `${a[i]}/${b[i]}`);

  it('are each pair once, the lower record first, and far fewer than all', () => {
    const pairs = findCandidates(fields);
    expect(new Set(keysOf(pairs)).size).toBe(pairs.size);
    for (let i = 0; i < pairs.size; i++) expect(pairs.a[i]).toBeLessThan(pairs.b[i]);
    expect(pairs.size).toBeLessThan((records.size * (records.size - 1)) / 40);
  });

  it('hold nearly all records of one person', () => {
    const found = new Set(keysOf(findCandidates(fields)));
    const person = Array.from(records.rowOf, (row) => rows[row].cluster);
    let [all, missed] = [0, 0];
    for (let a = 0; a < records.size; a++) {
      for (let b = a + 1; b < records.size; b++) {
        if (person[a] !== person[b]) continue;
        all++;
        if (!found.has(`${a}/${b}`)) missed++;
      }
    }
    expect(all).toBeGreaterThan(1000);
    expect(missed / all).toBeLessThan(0.005);
  });

  it('hold a fresh record each, when only those are asked for', () => {
    const fresh = new Uint8Array(records.size);
    fresh[7] = 1;
    fresh[99] = 1;
    const pairs = findCandidates(fields, fresh);
    expect(pairs.size).toBeGreaterThan(0);
    expect(new Set(keysOf(pairs)).size).toBe(pairs.size);
    for (let i = 0; i < pairs.size; i++) expect(fresh[pairs.a[i]] + fresh[pairs.b[i]]).toBeGreaterThan(0);
  });
});

describe('merging rows', () => {
  it('lets the most complete row survive, fills its blanks and keeps what lost', () => {
    const rows = [
      ['Ana', '', 'a@x.com'],
      ['Anna', '555', 'a@x.com'],
      ['', '', 'b@x.com'],
    ];
    const merged = mergeRows([0, 1, 2], (row) => rows[row], [10, 40, 35]);
    expect(merged).toEqual({
      survivor: 1,
      rows: [1, 0, 2],
      cells: ['Anna', '555', 'a@x.com'],
      lost: [['Ana'], [], ['b@x.com']],
    });
  });
});
