import { LOCALES } from './locales';
import type { Chance } from './random';

/** An e-mail cell, and the addresses in it; `doubt` where the reader must complain. */
export interface PlantedEmail {
  raw: string;
  truth: string;
  doubt: boolean;
}

const DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'example.org',
  'firma.de',
  'empresa.com.br',
  'uni.ac.uk',
  'web.de',
  'shop.co.in',
  'müller.de',
];
const TYPOS = ['gmial.com', 'gmal.com', 'hotmial.com', 'yaho.com', 'gmail.con', 'outlok.com', 'gmail.cm', 'hotmai.com'];

function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/[^\w]/g, '').toLowerCase();
}

type Writing = (address: string, other: string) => [raw: string, truth: string];

const WRITINGS: readonly Writing[] = [
  (a) => [a, a],
  (a) => [a, a],
  (a) => [a, a],
  (a) => [a.toUpperCase(), a],
  (a) => [`  ${a} `, a],
  (a) => [`Jo Doe <${a}>`, a],
  (a) => [`"Doe, Jo" <${a}>`, a],
  (a) => [`mailto:${a}`, a],
  (a) => [`${a}.`, a],
  (a) => [`${a},`, a],
  (a, b) => [`${a}; ${b}`, `${a} ${b}`],
  (a, b) => [`${a}, ${b}`, `${a} ${b}`],
  (a, b) => [`${a} / ${b}`, `${a} ${b}`],
  (a, b) => [`${a}\n${b}`, `${a} ${b}`],
  (a) => [a.replace('@', ' @ '), a],
  (a) => [a.replace('@', ' (at) '), a],
  (a) => [a.replace('@', '[at]').replace(/\./g, '[dot]'), a],
  (a) => [`<${a}>`, a],
  (a) => [`(${a})`, a],
  (a) => [`\u200b${a}\u00a0`, a],
  (a) => [a.replace('@', '＠'), a],
];

const BROKEN: readonly ((a: string) => string)[] = [
  (a) => a.replace('@', ''),
  (a) => a.split('@')[0],
  (a) => `${a.split('@')[0]}@`,
  (a) => `${a.split('@')[0]}@gmail`,
  (a) => a.replace('@', '@@'),
  (a) => a.replace('.', ' ').replace('@', '@'),
];

/** One cell with one or two addresses, or a broken one that must be complained of. */
export function plantEmail(chance: Chance): PlantedEmail {
  const locale = chance.pick(LOCALES);
  const local = `${plainLetters(chance.pick(locale.given))}.${plainLetters(chance.pick(locale.family))}${chance.int(1, 999)}`;
  const kind = chance.next();
  if (kind < 0.08) return { raw: chance.pick(BROKEN)(`${local}@example.org`), truth: '', doubt: true };
  if (kind < 0.14) {
    const raw = `${local}@${chance.pick(TYPOS)}`;
    return { raw, truth: raw, doubt: true };
  }
  const [raw, truth] = chance.pick(WRITINGS)(`${local}@${chance.pick(DOMAINS)}`, `x${local}@example.net`);
  return { raw, truth, doubt: false };
}
