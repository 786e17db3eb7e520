/// <reference path="./google-libphonenumber.d.ts" />
import libphonenumber from 'google-libphonenumber';
import { readPhone } from '../../src/intake/phone';
import { count, type Outcome, outcome } from './outcome';
import { Chance } from './random';

const { PhoneNumberUtil, PhoneNumberFormat } = libphonenumber;

/** A written number, the region it is met in, and its E.164 by Google's library (`''`: not valid there). */
export interface PhoneCase {
  input: string;
  region: string;
  e164: string;
}

/** What Google's own library makes of a text: E.164 where valid, else `''`. */
export function oracle(input: string, region: string): string {
  const util = PhoneNumberUtil.getInstance();
  try {
    const number = util.parse(input, region);
    return util.isValidNumber(number) ? util.format(number, PhoneNumberFormat.E164) : '';
  } catch {
    return '';
  }
}

const WRITINGS: readonly ((national: string, international: string, e164: string, chance: Chance) => string)[] = [
  (national) => national,
  (_, international) => international,
  (_, __, e164) => e164,
  (national) => national.replace(/\D/g, ''),
  (national) => national.replace(/[\s-]/g, '.'),
  (national) => national.replace(/[^\d]+/g, ' ').trim(),
  (_, international) => `tel:${international.replace(/ /g, '-')}`,
  (_, __, e164) => `00${e164.slice(1)}`,
  (_, international) => ` ${international}  `,
  (national) => `Tel. ${national}`,
];

/** Numbers of every region and kind of Google's plans, with some digits changed, written as people write them. */
export function plantPhones(size: number, seed: number): PhoneCase[] {
  const util = PhoneNumberUtil.getInstance();
  const chance = new Chance(seed);
  const regions = util.getSupportedRegions();
  const cases: PhoneCase[] = [];
  while (cases.length < size) {
    const region = chance.pick(regions);
    const example = util.getExampleNumberForType(region, chance.int(0, 10));
    if (example === null || !util.isValidNumber(example)) continue;
    const number = example.clone();
    const digits = util.getNationalSignificantNumber(example);
    const tail = Array.from({ length: 3 }, () => chance.int(0, 9)).join('');
    if (!digits.startsWith('0')) number.setNationalNumber(Number(digits.slice(0, -3) + tail));
    const text = chance.pick(WRITINGS)(
      util.format(number, PhoneNumberFormat.NATIONAL),
      util.format(number, PhoneNumberFormat.INTERNATIONAL),
      util.format(number, PhoneNumberFormat.E164),
      chance,
    );
    cases.push({ input: text, region, e164: oracle(text.replace('Tel. ', ''), region) });
  }
  return cases;
}

/** Reads each text and compares with the oracle. A number where the oracle has none is wrong unless it is marked. */
export function measurePhones(cases: readonly PhoneCase[]): Outcome {
  const result = outcome('phones');
  for (const { input, region, e164 } of cases) {
    const { value, flaws } = readPhone(input, region);
    count(result, `${input} (${region})`, e164, value.numbers.join(' '), flaws.length > 0);
  }
  return result;
}
