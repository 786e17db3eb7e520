import { isThrowAway, roleOf, suggestDomain } from './email-domains';
import { doubt, type Flaw, NO_FLAWS, note, type Reading, read } from './reading';
import { namesNoContact, plain } from './text';

/** The addresses of one cell and, for each, its key for comparison. */
export interface Emails {
  addresses: readonly string[];
  keys: readonly string[];
}

const NOTHING: Reading<Emails> = read({ addresses: [], keys: [] });
/** What nearly every address looks like. */
const ORDINARY = /^[a-z\d_+-]+(?:\.[a-z\d_+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/i;
/** RFC 5322 dot-atoms and RFC 6531 letters of any script; quoted parts and IP addresses, which nobody has, are left out. */
const ANY_SCRIPT =
  /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[a-z\d-]{2,59})$/iu;
const SPELT_AT =
  /\s*[[({]\s*(?:at|arroba|@)\s*[\])}]\s*|\s+(?:at|arroba)\s+(?=\S+\s*(?:\.|\s+(?:dot|punto|ponto)\s|[[(]))/i;
const SPELT_DOT = /\s*[[({]\s*(?:dot|punto|ponto|\.)\s*[\])}]\s*|\s+(?:dot|punto|ponto)\s+/gi;

/** Whether a text is an e-mail address: its form, and the lengths of RFC 5321. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && text.lastIndexOf('@') <= 64 && (ORDINARY.test(text) || ANY_SCRIPT.test(text));
}

/** How a provider tells addresses apart. */
interface Provider {
  /** Drops what follows `+` (or `-`, as Yahoo does). */
  tag: '+' | '-' | '';
  dots: boolean;
  domain: string;
}

const TAGS =
  /^(?:gmail\.com|googlemail\.com|(?:outlook|hotmail|live|msn)\.[a-z.]+|icloud\.com|me\.com|mac\.com|proton(?:mail)?\.(?:com|me|ch)|pm\.me|fastmail\.(?:com|fm)|yandex\.[a-z.]+|zoho\.com)$/;
const providers = new Map<string, Provider>();

function providerOf(domain: string): Provider {
  let provider = providers.get(domain);
  if (provider === undefined) {
    const google = domain === 'gmail.com' || domain === 'googlemail.com';
    const yahoo = /^(?:yahoo|ymail|rocketmail)\./.test(domain);
    provider = { tag: TAGS.test(domain) ? '+' : yahoo ? '-' : '', dots: google, domain: google ? 'gmail.com' : domain };
    if (providers.size > 20_000) providers.clear();
    providers.set(domain, provider);
  }
  return provider;
}

/**
 * The address for comparison only: lower case, +tags off where the provider ignores them, Gmail's dots and second domain too
 * (support.google.com/mail/answer/7436150; the same rules as validator's normalizeEmail, for more providers).
 */
export function emailKey(address: string): string {
  const at = address.lastIndexOf('@');
  let local = address.slice(0, at).toLowerCase();
  const { tag, dots, domain } = providerOf(address.slice(at + 1).toLowerCase());
  const end = tag === '' ? -1 : local.indexOf(tag);
  if (end > 0) local = local.slice(0, end);
  if (dots && local.includes('.')) local = local.replace(/\./g, '') || local;
  return `${local}@${domain}`;
}

/** The address as a person would write it: domain in lower case, the rest too if all of it shouts. */
function written(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const shouts = local === local.toUpperCase() && local !== local.toLowerCase();
  return `${shouts ? local.toLowerCase() : local}@${address.slice(at + 1).toLowerCase()}`;
}

function remarksOn(address: string): Flaw[] {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase();
  const domain = address.slice(at + 1);
  const flaws: Flaw[] = [];
  const meant = suggestDomain(domain);
  if (meant !== '') {
    const better = `${address.slice(0, at)}@${meant}`;
    flaws.push(
      doubt(
        'email-domain-typo',
        `The domain ${domain} looks like a typing error for ${meant}.`,
        `Write ${better} if that is right.`,
      ),
    );
  }
  if (isThrowAway(domain))
    flaws.push(
      note('email-throw-away', 'The address is of a provider of throw-away addresses.', 'Ask for a lasting address.'),
    );
  const role = roleOf(local);
  if (role === 'unread')
    flaws.push(doubt('email-unread', 'Nobody reads mail to this address.', 'Ask for an address that is read.'));
  if (role === 'role')
    flaws.push(
      note(
        'email-role',
        'The address is of an office, not of a person.',
        'Nothing need be done; it is not used to tell people apart.',
      ),
    );
  return flaws;
}

/** What the candidates of a cell are: what stands in angle brackets, or the words that hold an @. */
function candidates(text: string): string[] {
  const bracketed = text.match(/<[^<>\s]*@[^<>\s]*>/g);
  if (bracketed !== null && (text.match(/@/g) ?? []).length === bracketed.length)
    return bracketed.map((one) => one.slice(1, -1));
  const joined = text.replace(/\s*@\s*/g, '@');
  return joined.split(/[\s,;|<>"()[\]]+|\/(?=[^/]*@)|&(?=[^&]*@)/).filter((word) => word.includes('@'));
}

function trimmed(word: string): string {
  return word.replace(/^(?:mailto:|e-?mail:)/i, '').replace(/^['`.:\\/-]+|['`.,:;!?\\/-]+$/g, '');
}

function unreadable(text: string): Flaw {
  if (!text.includes('@'))
    return doubt('email-no-at', 'The e-mail address has no @.', 'Write the whole address, such as name@example.com.');
  const domain = text.slice(text.lastIndexOf('@') + 1);
  const what = domain.includes('.')
    ? 'This is no valid e-mail address.'
    : 'The e-mail address has no ending such as .com.';
  return doubt('email-invalid', what, 'Check the address with the person.');
}

/** A space inside the part before the @: which words belong to it can't be known. */
function torn(text: string): boolean {
  return /^[a-z\d._+-]+ [a-z\d._+-]+\s?@\s?[a-z\d.-]+$/i.test(text) && !/^(?:e-?mail|mail|mailto)\b/i.test(text);
}

function readCarefully(text: string): Reading<Emails> {
  const spelt =
    text.includes('@') && !/[[({]\s*@/.test(text) ? text : text.replace(SPELT_AT, '@').replace(SPELT_DOT, '.');
  if (torn(spelt))
    return read(NOTHING.value, '', [
      doubt('email-space', 'There is a space inside the e-mail address.', 'Write the address without spaces.'),
    ]);
  const addresses: string[] = [];
  const keys: string[] = [];
  const flaws: Flaw[] = [];
  for (const word of candidates(spelt)) {
    const address = written(trimmed(word));
    if (!isAddress(address)) {
      flaws.push(unreadable(word));
      continue;
    }
    const key = emailKey(address);
    if (keys.includes(key)) continue;
    addresses.push(address);
    keys.push(key);
    flaws.push(...remarksOn(address));
  }
  if (addresses.length === 0 && flaws.length === 0) flaws.push(unreadable(spelt));
  const did = addresses.length === 1 && addresses[0] === text ? '' : 'address taken out of the cell';
  return read({ addresses, keys }, did, flaws.length === 0 ? NO_FLAWS : flaws);
}

/**
 * The e-mail addresses of a cell. Spaces, brackets, names, "mailto:", trailing dots and spelt-out signs are taken off; a likely
 * typing error in a well-known domain is suggested and never changed; role and throw-away addresses are noted.
 */
export function readEmail(cell: string): Reading<Emails> {
  const text = plain(cell);
  if (namesNoContact(text)) return NOTHING;
  if (!ORDINARY.test(text) || !isAddress(text)) return readCarefully(text);
  const address = written(text);
  const flaws = remarksOn(address);
  return read({ addresses: [address], keys: [emailKey(address)] }, '', flaws.length === 0 ? NO_FLAWS : flaws);
}
