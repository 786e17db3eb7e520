import { LOCALES } from './locales';
import type { Chance } from './random';

/** A name as it is written, and what it means: `given|family`, or `company:…`. */
export interface PlantedName {
  raw: string;
  truth: string;
}

const FIRMS = [
  'Acme',
  'Blue River',
  'Nordic Star',
  'Casa Verde',
  'Silva & Filhos',
  'Weber',
  'Khan Brothers',
  'Rossi',
  'A.B. Traders',
  'Sunrise',
];
const FORMS = [
  'Inc.',
  'LLC',
  'Ltd',
  'GmbH',
  'S.A.',
  'S.r.l.',
  'Pvt Ltd',
  'Corp.',
  'Lda.',
  'SARL',
  '& Co. KG',
  'B.V.',
  'Trading',
  'Group',
  'Solutions',
  'Consulting',
];
const MIDDLES = ['A.', 'J. R.', 'María', 'Lee'];

type Writing = (given: string, family: string, title: string, chance: Chance) => string;

const WRITINGS: readonly Writing[] = [
  (given, family) => `${given} ${family}`,
  (given, family) => `${given} ${family}`,
  (given, family) => `${family}, ${given}`,
  (given, family) => `${given} ${family}`.toUpperCase(),
  (given, family) => `${given} ${family}`.toLowerCase(),
  (given, family) => `${family}, ${given}`.toUpperCase(),
  (given, family, title) => `${title} ${given} ${family}`,
  (given, family, title) => `${title} ${given} ${family}`.toUpperCase(),
  (given, family) => `  ${given}   ${family} `,
  (given, family) => `${given}\u00a0${family}`,
  (given, family) => `${given} "Bo" ${family}`,
  (given, family) => `${given} (Bo) ${family}`,
  (given, family, _, chance) => `${given} ${family}${chance.pick([' PhD', ', MBA', ' M.D.', ', CPA'])}`,
];

/** How a name looks when it shouts: what `nameCase` must undo, save for letters whose case no rule knows (McDonald is one). */
function knownCase(raw: string): boolean {
  return !/ß|İ/.test(raw);
}

/** One name, of a person or (one in eight) of a firm, in one of many writings. */
export function plantName(chance: Chance): PlantedName {
  if (chance.happens(0.125)) {
    const firm = `${chance.pick(FIRMS)} ${chance.pick(FORMS)}`;
    return { raw: firm, truth: `company:${firm}` };
  }
  const locale = chance.pick(LOCALES);
  const family = chance.pick(locale.family);
  const given = chance.happens(0.1)
    ? `${chance.pick(locale.given)} ${chance.pick(MIDDLES)}`
    : chance.pick(locale.given);
  const writing = chance.pick(WRITINGS);
  const raw = writing(given, family, chance.pick(locale.titles), chance);
  if (!knownCase(given + family) && raw === raw.toUpperCase())
    return { raw: `${given} ${family}`, truth: `${given}|${family}` };
  return { raw, truth: `${given}|${family}` };
}
