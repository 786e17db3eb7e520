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

/** Why two records are, or are not, alike, each way of being alike put into words once. */
export class Reasons {
  private readonly known = new Map<number, string>();

  constructor(private readonly fields: readonly Field[]) {}

  /** "same phone; first name differs by one letter; e-mail missing" */
  of(levels: Uint8Array): string {
    // Levels are below 8, and fields few enough for a number to hold them all.
    const key = levels.reduce((sum, level) => sum * 8 + level, 0);
    let reason = this.known.get(key);
    if (reason === undefined) {
      reason = reasonOf(this.fields, levels);
      this.known.set(key, reason);
    }
    return reason;
  }
}

function reasonOf(fields: readonly Field[], levels: Uint8Array): string {
  const levelOf = new Map(fields.map((field, f) => [field.key, { field, level: levels[f] }]));
  const parts: string[] = [];
  for (const key of ORDER) {
    const known = levelOf.get(key);
    if (!known) continue;
    const part = partOf(known.field, known.level);
    if (part !== '') parts.push(part);
  }
  const joined = parts.join('; ').replace('same first name; same last name', 'same name');
  return joined.split('; ').slice(0, MOST_PARTS).join('; ');
}

function partOf(field: Field, level: number): string {
  if (field.key === 'swapped') return level > 1 ? 'first and last name swapped' : '';
  if (level === MISSING) return MISSED.has(field.key) ? `${LABELS[field.key]} missing` : '';
  const words = field.levels[level - 1];
  return words === 'same' ? `same ${LABELS[field.key]}` : `${LABELS[field.key]} ${words}`;
}
