import type { WallTime } from '../../src/types';
import { addDays, atMinute, FAIR_DATE_FORMS, LEAD_DATE_FORMS } from './dates';
import { EMAIL_FORMS } from './emails';
import { type Entry, type Form, messOf, writeAll } from './forms';
import { NAME_FORMS } from './names';
import { MESSAGE_FORMS } from './notes';
import { SPAN_DAYS } from './orders';
import { PHONE_FORMS } from './phones';
import { CITY_FORMS, COUNTRY_FORMS } from './places';
import type { Random } from './random';
import type { DraftRow, Person } from './types';
import { STAFF } from './words';

/** The header of the web form's sheet. */
export const LEAD_HEADER = [
  'Timestamp',
  'Name ',
  'Email id ',
  'Phone number ',
  'Company (optional)',
  'City',
  'Country',
  'Interested in',
  'How did you hear about us?',
  'Newsletter',
  'Message',
];

/** The header of the sheet that was kept at the fair; one column has neither name nor contents. */
export const FAIR_HEADER = ['Visitor', 'Firm', 'Mobile /\nWhatsApp', 'Mail', 'Met on', '', 'Talked about', 'Who'];

const CHANNELS = ['Google', 'Instagram', 'A friend', 'Walked past', 'Magazine', 'Trade fair', ''];
const INTERESTS = ['Garden', 'Kitchen', 'Garden, Kitchen', 'Trade account', 'Gift'];

interface Lead {
  person: Person;
  at: WallTime;
  /** Sent again at once by someone who pressed the button twice. */
  again: boolean;
}

/** `count` leads in the order in which they came; some people ask twice, and some press the button twice. */
function makeLeads(count: number, people: readonly Person[], today: WallTime, random: Random): Lead[] {
  const leads = Array.from({ length: count - Math.round(count * 0.04) }, () => ({
    person: random.pick(people),
    at: atMinute(addDays(today, -random.int(1, SPAN_DAYS)), random.int(7 * 60, 22 * 60)),
    again: false,
  }));
  for (const lead of random.shuffled(leads).slice(0, count - leads.length)) leads.push({ ...lead, again: true });
  return leads.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.again) - Number(b.again)));
}

const peopleOf = (leads: readonly Lead[]) => leads.map(({ person }) => person);
const emailsOf = (persons: readonly Person[]) => persons.map(({ emails }) => emails);
const phonesOf = (persons: readonly Person[]) => persons.map(({ phones }) => phones);

/** The rows of the web form: what the visitor typed, and a stamp with the month first. */
export function typeLeads(count: number, people: readonly Person[], today: WallTime, random: Random): DraftRow[] {
  const leads = makeLeads(count, people, today, random);
  const persons = peopleOf(leads);
  const stamps = leads.map(({ at }) => at);
  const at = writeAll(LEAD_DATE_FORMS, stamps, random);
  const name = writeAll(NAME_FORMS, persons, random);
  const email = writeAll(EMAIL_FORMS, emailsOf(persons), random);
  const phone = writeAll(PHONE_FORMS, phonesOf(persons), random);
  const city = writeAll(CITY_FORMS, persons, random);
  const country = writeAll(COUNTRY_FORMS, persons, random);
  const note = writeAll(MESSAGE_FORMS, leads, random);
  const drafts: DraftRow[] = [];
  leads.forEach(({ person, again }, i) => {
    const former = drafts[i - 1];
    if (again && former) {
      drafts.push({ ...former, mess: [...former.mess, 'lead-sent-twice'] });
      return;
    }
    const typed = { at: at[i], name: name[i], email: email[i], phone: phone[i], city: city[i], country: country[i] };
    drafts.push(leadRow(person, { ...typed, note: note[i] }, random));
  });
  return drafts;
}

interface TypedLead {
  at: Entry<string>;
  name: Entry<string>;
  email: Entry<string[]>;
  phone: Entry<string[]>;
  city: Entry<string>;
  country: Entry<string>;
  note: Entry<string>;
}

function leadRow({ id, company }: Person, typed: TypedLead, random: Random): DraftRow {
  const { at, name, email, phone, city, country, note } = typed;
  const channel = random.pick(CHANNELS);
  return {
    kind: 'record',
    person: id,
    mess: messOf([at, name, email, phone, city, country, note]),
    // In the order of LEAD_HEADER.
    cells: [
      ...[at.cell, name.cell, email.cell, phone.cell, company, city.cell, country.cell],
      ...[random.pick(INTERESTS), channel, random.chance(0.4), note.cell],
    ],
    clean: {
      leadDate: at.clean,
      name: name.clean,
      emails: email.clean,
      phones: phone.clean,
      company,
      city: city.clean,
      country: country.clean,
      channel,
      note: note.clean,
    },
  };
}

const LATIN_LAST_FIRST: Form<Person, string> = {
  mess: 'fair-name-last-first',
  share: 0.6,
  fits: ({ latin }) => latin === '',
  write: ({ given, family }) => ({ cell: `${family}, ${given}`, clean: `${given} ${family}` }),
};

const FAIR_NAME_FORMS = [...NAME_FORMS.slice(0, 1), LATIN_LAST_FIRST, ...NAME_FORMS.slice(1, 3)];

/** The rows kept at a trade fair of three days, about three weeks before today. */
export function typeFairLeads(count: number, people: readonly Person[], today: WallTime, random: Random): DraftRow[] {
  const persons = random.shuffled(people).slice(0, count);
  const days = persons.map(() => addDays(today, -random.int(19, 21))).sort();
  const name = writeAll(FAIR_NAME_FORMS, persons, random);
  const phone = writeAll(PHONE_FORMS.slice(0, 4), phonesOf(persons), random);
  const email = writeAll(EMAIL_FORMS.slice(0, 4), emailsOf(persons), random);
  const at = writeAll(FAIR_DATE_FORMS, days, random);
  const note = writeAll(MESSAGE_FORMS.slice(0, 2), persons, random);
  return persons.map((person, i) => {
    const owner = random.pick(STAFF);
    const entries = [name[i], phone[i], email[i], at[i], note[i]];
    return {
      kind: 'record',
      person: person.id,
      mess: messOf(entries),
      cells: [name[i].cell, person.company, phone[i].cell, email[i].cell, at[i].cell, '', note[i].cell, owner],
      clean: {
        name: name[i].clean,
        company: person.company,
        phones: phone[i].clean,
        emails: email[i].clean,
        leadDate: at[i].clean,
        note: note[i].clean,
        owner,
      },
    };
  });
}
