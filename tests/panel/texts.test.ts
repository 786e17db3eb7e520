import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { de } from '../../sidebar/texts/de';
import { en } from '../../sidebar/texts/en';
import { canSay, sayIn } from '../../sidebar/texts/said';
import { hostOn, run, shopBook, syncNow, table } from '../support/product';

const root = join(__dirname, '..', '..');
const folder = join(__dirname, '..', '..', 'sidebar');
/** Words of the program, not of a person: keys of the keyboard, headers that are compared. */
const NO_TEXT = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Esc', 'UTC'];
const HEADERS = ['Phone', 'E-mail'];

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the texts of the panel', () => {
  it('are complete in German, with the same values filled in', () => {
    const german: Record<string, string> = de;
    const wrong = Object.entries(en).filter(
      ([key, text]) => !german[key] || places(german[key]).join() !== places(text).join(),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in the catalogue, all of them', () => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('texts'))
      .flatMap((file) => literalsIn(file).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });
});

/** Texts of a file that look like something to be read: a word with a capital in front, or a sentence. */
function literalsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) {
      const isText = /^[A-Z][a-z-]+([ .…:?!]|$)/.test(node.text) || /[a-z] [a-z].*[.…?!]$/.test(node.text);
      if (isText && ![...NO_TEXT, ...HEADERS].includes(node.text)) found.push(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** Files whose sentences the panel shows. */
const SPEAKING = [
  ...[
    'panel/serve',
    'panel/first-run',
    'panel/rights',
    'panel/run-sync',
    'panel/bring-back',
    'panel/check',
    'panel/record',
  ],
  ...[
    'followup/act',
    'followup/correct',
    'followup/assign',
    'followup/stage-rules',
    'followup/cases',
    'followup/reminder',
  ],
  ...[
    'intake/phone',
    'intake/email',
    'intake/name',
    'intake/place',
    'match/name-clash',
    'match/found',
    'match/compare-words',
  ],
  ...[
    'match/compare-contact',
    'match/compare-date',
    'match/compare-tokens',
    'jobs/act',
    'jobs/act-missing',
    'jobs/op',
    'jobs/add-lead',
    'jobs/health',
  ],
  ...['jobs/set-up', 'jobs/sync', 'jobs/plan-archive', 'jobs/sync-entries'],
];

/** Sentences of a file, what is filled in as a number or as a word. */
function sentencesIn(file: string): string[][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[][] = [];
  const walk = (node: ts.Node): void => {
    const with1 = (value: string) =>
      ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map(({ literal }) => value + literal.text).join('')
        : ts.isStringLiteralLike(node)
          ? node.text
          : '';
    if (/^[A-Z“{\d].* .*[.?]$/.test(with1('3'))) found.push([with1('3'), with1('Ana')]);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** Sentences for the menu and for e-mails, not for the panel. */
const ELSEWHERE = [/^Last tick:/, /^Next sync:/, /^Today: /, /was last read at/, /^Each update reads/, /are on3/];
/** Sentences into which not just any word is filled. */
const SPECIAL: Record<string, string> = {
  '“3” is not 3.': '“3” is not a city.',
  'In “3” for more than 3 working 3.': 'In “New” for more than 3 working days.',
  '3 could not be told: 3.': 'Ana could not be told: no channel is open.',
  '3 of about 3 minutes of trigger time are spent today, so these come less often: 3.':
    '80.5 of about 90 minutes of trigger time are spent today, so these come less often: digests, reminders.',
};

describe('what the server says', () => {
  it('can be said in German: every sentence of its files', () => {
    const unsaid = SPEAKING.flatMap((name) => sentencesIn(join(root, 'src', `${name}.ts`)))
      .filter(([one]) => !ELSEWHERE.some((known) => known.test(one)))
      .filter((ways) => ![...ways, SPECIAL[ways[0]] ?? ''].some((one) => one !== '' && canSay('de', one)));
    expect(unsaid).toEqual([]);
  });

  it('can be said in German: every reason in the cells of a shop', () => {
    const host = hostOn(shopBook({ orders: 60, leads: 30 }), { keepRealm: true });
    syncNow(host);
    run(host, 'tick');
    const reasons = [
      ...table(host.book, 'followed-up').flatMap((row) => [
        row['Why then'],
        row['Why this score'],
        row['Why this owner'],
        row.Remark,
      ]),
      ...table(host.book, 'duplicates').map(({ Why }) => Why),
      ...table(host.book, 'people').map((row) => row['Why one person']),
      ...table(host.book, 'activity').map(({ Why }) => Why),
    ].filter((text) => text !== undefined && text !== '');
    expect(reasons.length).toBeGreaterThan(200);
    expect([...new Set(reasons)].filter((text) => !canSay('de', text))).toEqual([]);
  });

  it('keeps names, numbers and what it does not know as they stand', () => {
    expect(sayIn('de', 'This follow-up belongs to Ana B. Reis. Ask Ana B. Reis, or whoever leads.')).toBe(
      'Diese Wiedervorlage gehört Ana B. Reis. Fragen Sie Ana B. Reis oder die Leitung.',
    );
    expect(
      sayIn('de', 'next working day after order date 2026-10-30; spread: 3 of 9 that came at once, 4 an hour'),
    ).toBe('nächster Arbeitstag nach Bestelldatum 2026-10-30; verteilt: 3 von 9 zugleich gekommenen, 4 je Stunde');
    expect(sayIn('de', 'same phone; first name differs by one letter; e-mail missing')).toBe(
      'Telefon gleich; Vorname: ein Buchstabe anders; E-Mail fehlt',
    );
    expect(sayIn('de', 'Please ring the bell; twice.')).toBe('Please ring the bell; twice.');
    expect(sayIn('en', 'same phone')).toBe('same phone');
  });
});
