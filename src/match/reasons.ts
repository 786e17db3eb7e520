import { type Field, type FieldKey, MISSING } from './field';

/** What people call the fields. */
const LABELS: Record<FieldKey, string> = {
  given: 'first name',
  family: 'last name',
  swapped: 'order of the names',
  firm: 'name',
  company: 'company',
  phone: 'phone',
  email: 'e-mail',
  birthDate: 'birth date',
  sex: 'sex',
  number: 'house number',
  street: 'street',
  address2: 'second address line',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  text: 'other details',
};

/** Fields in the order in which people look at them. */
const ORDER: readonly FieldKey[] = [
  'phone',
  'email',
  'given',
  'family',
  'firm',
  'swapped',
  'birthDate',
  'company',
  'street',
  'number',
  'address2',
  'postcode',
  'city',
  'region',
  'sex',
  'country',
  'text',
];

/** Fields whose absence is worth saying. */
const MISSED: ReadonlySet<FieldKey> = new Set<FieldKey>(['phone', 'email', 'birthDate']);

/** Fields beyond these are left out of a reason if they only agree. */
const MOST_PARTS = 8;

/** Why two records are, or are not, alike. */
export class Reasons {
  /** In the order in which people look at them: index of the field, and what to say at each level. */
  private readonly said: readonly (readonly [number, readonly string[]])[];

  constructor(fields: readonly Field[]) {
    const places = ORDER.map((key) => fields.findIndex((field) => field.key === key)).filter((f) => f >= 0);
    this.said = places.map((f) => [f, ['', ...fields[f].levels].map((_, level) => partOf(fields[f], level))]);
  }

  /** "same phone; first name differs by one letter; e-mail missing" */
  of(levels: Uint8Array): string {
    const parts: string[] = [];
    for (const [f, words] of this.said) {
      const part = words[levels[f]];
      if (part === SAME_FAMILY && parts[parts.length - 1] === SAME_GIVEN) parts[parts.length - 1] = 'same name';
      else if (part !== '') parts.push(part);
    }
    return parts.slice(0, MOST_PARTS).join('; ');
  }
}

const SAME_GIVEN = `same ${LABELS.given}`;
const SAME_FAMILY = `same ${LABELS.family}`;

function partOf(field: Field, level: number): string {
  if (field.key === 'swapped') return level > 1 ? 'first and last name swapped' : '';
  if (level === MISSING) return MISSED.has(field.key) ? `${LABELS[field.key]} missing` : '';
  const words = field.levels[level - 1];
  return words === 'same' ? `same ${LABELS[field.key]}` : `${LABELS[field.key]} ${words}`;
}
