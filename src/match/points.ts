import type { Distinct } from './columns';
import { emailKey, keysOf, phoneKey, shareKey } from './contact';
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

function lazily<T>(texts: readonly string[], make: (text: string) => T): (id: number) => T {
  const made: (T | undefined)[] = new Array(texts.length);
  return (id) => {
    made[id] ??= make(texts[id]);
    return made[id];
  };
}

/** Makes ready to give points to pairs of `records`; nothing is read before it is asked for. */
export function preparePoints(records: Distinct, weights: Partial<PointWeights> = {}): Points {
  const column = (field: Parameters<Distinct['columns']['get']>[0]) =>
    records.columns.get(field) ?? { ids: new Int32Array(records.size), texts: [''] };
  const [phone, email, city] = [column('phone'), column('email'), column('city')];
  const [name, given, family, company] = [column('name'), column('given'), column('family'), column('company')];
  const phones = lazily(phone.texts, (cell) => keysOf({ ids: phone.ids, texts: [cell] }, phoneKey)[0]);
  const emails = lazily(email.texts, (cell) => keysOf({ ids: email.ids, texts: [cell] }, emailKey)[0]);
  const cities = lazily(city.texts, fold);
  return {
    weights: { ...DEFAULT_POINTS, ...weights },
    phones: (i) => phones(phone.ids[i]),
    emails: (i) => emails(email.ids[i]),
    city: (i) => cities(city.ids[i]),
    name: (i) => {
      const split = `${given.texts[given.ids[i]]} ${family.texts[family.ids[i]]}`.trim();
      return words(split || name.texts[name.ids[i]] || company.texts[company.ids[i]]);
    },
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
  const count = (weight: number, bothHave: boolean, share: number) => {
    if (!bothHave) return;
    possible += weight;
    earned += weight * share;
  };
  const [phoneA, phoneB] = [points.phones(a), points.phones(b)];
  count(weights.phone, phoneA.length > 0 && phoneB.length > 0, shareKey(phoneA, phoneB) ? 1 : 0);
  const [emailA, emailB] = [points.emails(a), points.emails(b)];
  count(weights.email, emailA.length > 0 && emailB.length > 0, shareKey(emailA, emailB) ? 1 : 0);
  const [cityA, cityB] = [points.city(a), points.city(b)];
  count(weights.city, cityA !== '' && cityB !== '', cityA === cityB ? 1 : 0);
  const tie = nameTie(points.name(a), points.name(b));
  count(weights.name, tie !== NameTie.Missing, NAME_SHARE[tie]);
  return possible === 0 ? 0 : Math.round((100 * earned) / possible);
}
