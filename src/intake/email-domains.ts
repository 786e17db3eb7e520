import { distance } from 'fastest-levenshtein';

/** Domains that most personal addresses have; a domain one letter off one of them is a typing error more often than not. */
const KNOWN =
  'gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.co.in yahoo.fr yahoo.es yahoo.com.br yahoo.com.mx hotmail.com hotmail.co.uk hotmail.fr hotmail.es hotmail.it outlook.com outlook.es live.com msn.com icloud.com aol.com comcast.net verizon.net att.net sbcglobal.net gmx.de gmx.net web.de t-online.de orange.fr wanadoo.fr laposte.net free.fr libero.it virgilio.it uol.com.br bol.com.br terra.com.br rediffmail.com protonmail.com proton.me yandex.ru mail.ru btinternet.com'.split(
    ' ',
  );
/** Real domains that are one letter off a known one. */
const REAL = new Set(
  'mail.com ymail.com email.com gmx.com gmx.at gmx.ch line.com life.com live.fr live.it live.co.uk live.nl live.de me.com mac.com mail.de hotmail.de hotmail.nl hotmail.se outlook.fr outlook.de outlook.it outlook.in outlook.com.br yahoo.de yahoo.it yahoo.in yahoo.ca yahoo.com.ar yahoo.com.au yahoo.co.id yahoo.co.jp fmail.com kmail.com tmail.com pmail.com qmail.com bmail.com zmail.com email.de at.net aon.com aol.de aol.fr aol.co.uk bell.net live.ca live.se orange.com terra.com bt.com wed.de ted.de yandex.com yandex.ua yandex.by yandex.kz mail.ua mail.bg'.split(
    ' ',
  ),
);
const SLIPS: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  coom: 'com',
  comm: 'com',
  vom: 'com',
  xom: 'com',
  ney: 'net',
  nte: 'net',
};

/** Providers whose addresses are given to anybody for ten minutes. */
const THROW_AWAY = new Set(
  'mailinator.com guerrillamail.com 10minutemail.com tempmail.com temp-mail.org yopmail.com trashmail.com throwawaymail.com sharklasers.com getnada.com maildrop.cc dispostable.com fakeinbox.com mailnesia.com mintemail.com moakt.com spamgourmet.com tempinbox.com emailondeck.com mytemp.email burnermail.io discard.email grr.la mohmal.com tempail.com'.split(
    ' ',
  ),
);
const ROLE =
  /^(?:info|sales|admin|office|contact|support|help|hello|hola|team|mail|enquiries|inquiries|billing|accounts?|accounting|orders?|purchasing|marketing|hr|jobs|webmaster|postmaster|service|reception|kontakt|ventas|contacto|vendas|contato|commercial|vertrieb|buchhaltung|info\d+)$/;
const UNREAD = /^(?:no-?_?reply|do-?not-?reply|mailer-daemon|bounces?)$/;

const known = new Set(KNOWN);
const suggestions = new Map<string, string>();

/** Two letters changed places: "gmial". */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function findSuggestion(domain: string): string {
  if (known.has(domain) || REAL.has(domain) || domain.length < 5) return '';
  const near = KNOWN.find((one) => one.length > 5 && (swapped(domain, one) || distance(domain, one) === 1));
  if (near !== undefined) return near;
  const dot = domain.lastIndexOf('.');
  const ending = SLIPS[domain.slice(dot + 1)];
  if (ending === undefined) return '';
  const mended = domain.slice(0, dot + 1) + ending;
  return findSuggestion(mended) || mended;
}

/** The domain that a mistyped one was meant to be ("gmial.com" → "gmail.com"); `''` where nothing is obvious. */
export function suggestDomain(domain: string): string {
  let suggestion = suggestions.get(domain);
  if (suggestion === undefined) {
    if (suggestions.size > 20_000) suggestions.clear();
    suggestion = findSuggestion(domain);
    suggestions.set(domain, suggestion);
  }
  return suggestion;
}

/** Whether mail to the domain is thrown away. */
export function isThrowAway(domain: string): boolean {
  return THROW_AWAY.has(domain);
}

/** `'role'`: read by whoever is on duty; `'unread'`: read by nobody; `''`: a person's. */
export function roleOf(local: string): '' | 'role' | 'unread' {
  if (local.includes('.')) return '';
  if (UNREAD.test(local)) return 'unread';
  return ROLE.test(local) ? 'role' : '';
}
