import type { Distinct } from './columns';
import { emailKey, keysIn, phoneKey, shareKey } from './contact';
import { NameTie, nameTie } from './name-clash';
import { DEFAULT_POINTS, type PointWeights } from './options';
import { fold, words } from './text';

/** Share of the name's points that a tie earns. */
const NAME_SHARE: Record<NameTie, number> = {
  [NameTie.Same]: 1,
  [NameTie.Typo]: 0.9,
  [NameTie.Nickname]: 0.9,
  [NameTie.Initial]: 0.7,
  [NameTie.Shorter]: 0.7,
  [NameTie.Missing]: 0,
  [NameTie.Clash]: 0,
};

/** What the scale looks at, by record. */
export interface Points {
  weights: PointWeights;
  phones: (record: number) => readonly string[];
  emails: (record: number) => readonly string[];
  city: (record: number) => string;
  name: (record: number) => readonly string[];
}

function lazily<T>(size: number, make: (i: number) => T): (i: number) => T {
  const made: (T | undefined)[] = new Array(size);
  return (i) => {
    made[i] ??= make(i);
    return made[i];
  };
}

/** Makes ready to give points to pairs of `records`; nothing is read before it is asked for. */
export function preparePoints(records: Distinct, weights: Partial<PointWeights> = {}): Points {
  const column = (field: Parameters<Distinct['columns']['get']>[0]) =>
    records.columns.get(field) ?? { ids: new Int32Array(records.size), texts: [''] };
  const [phone, email, city] = [column('phone'), column('email'), column('city')];
  const [name, given, family, company] = [column('name'), column('given'), column('family'), column('company')];
  const phones = lazily(phone.texts.length, (id) => keysIn(phone.texts[id], phoneKey));
  const emails = lazily(email.texts.length, (id) => keysIn(email.texts[id], emailKey));
  const cities = lazily(city.texts.length, (id) => fold(city.texts[id]));
  return {
    weights: { ...DEFAULT_POINTS, ...weights },
    phones: (i) => phones(phone.ids[i]),
    emails: (i) => emails(email.ids[i]),
    city: (i) => cities(city.ids[i]),
    name: lazily(records.size, (i) => {
      const split = `${given.texts[given.ids[i]]} ${family.texts[family.ids[i]]}`.trim();
      return words(split || name.texts[name.ids[i]] || company.texts[company.ids[i]]);
    }),
  };
}

/**
 * The points of two records, 0 to 100: of the weights of the fields that both have, the share that agrees. A field that
 * one of them lacks is held against neither.
 */
export function pointsOf(points: Points, a: number, b: number): number {
  const { weights } = points;
  let earned = 0;
  let possible = 0;
  const [phoneA, phoneB] = [points.phones(a), points.phones(b)];
  if (phoneA.length > 0 && phoneB.length > 0) {
    possible += weights.phone;
    if (shareKey(phoneA, phoneB)) earned += weights.phone;
  }
  const [emailA, emailB] = [points.emails(a), points.emails(b)];
  if (emailA.length > 0 && emailB.length > 0) {
    possible += weights.email;
    if (shareKey(emailA, emailB)) earned += weights.email;
  }
  const [cityA, cityB] = [points.city(a), points.city(b)];
  if (cityA !== '' && cityB !== '') {
    possible += weights.city;
    if (cityA === cityB) earned += weights.city;
  }
  const tie = nameTie(points.name(a), points.name(b));
  if (tie !== NameTie.Missing) {
    possible += weights.name;
    earned += weights.name * NAME_SHARE[tie];
  }
  return possible === 0 ? 0 : Math.round((100 * earned) / possible);
}
