import { PACKED_NICKNAMES } from './nickname-data';

let shortForms: Map<string, Set<string>> | null = null;

function unpackWord(before: string, packed: string): string {
  return before.slice(0, Number(packed.charAt(0))) + packed.slice(1);
}

function unpack(): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  let formal = '';
  for (const entry of PACKED_NICKNAMES.split(' ')) {
    const [head = '0', ...tail] = entry.match(/\d\D*/g) ?? [];
    formal = unpackWord(formal, head);
    forms.set(formal, new Set(tail.map((part) => unpackWord(formal, part))));
  }
  return forms;
}

function isShortFor(short: string, formal: string): boolean {
  if (short.length >= 2 && short.length < formal.length && formal.startsWith(short)) return true;
  return shortForms?.get(formal)?.has(short) ?? false;
}

/** Whether one folded first name is a short form of the other, or both are short forms of one ("bill", "will"). */
export function areNicknames(a: string, b: string): boolean {
  shortForms ??= unpack();
  return a !== b && (isShortFor(a, b) || isShortFor(b, a));
}

/** Formal names that a folded first name may stand for, for finding candidates; empty for a name that is not a short form. */
function formalNames(short: string): readonly string[] {
  formalOf ??= invert();
  return formalOf.get(short) ?? [];
}

/** A bit for the first letter of a name. */
export function initialBit(unit: number): number {
  return 1 << (unit & 31);
}

/** First letters of the names that a folded first name may stand for or be written as: see {@link initialBit}. */
export function relatedInitials(name: string): number {
  shortForms ??= unpack();
  let bits = 0;
  for (const other of [...(shortForms.get(name) ?? []), ...formalNames(name)]) bits |= initialBit(other.charCodeAt(0));
  return bits;
}

let formalOf: Map<string, string[]> | null = null;

function invert(): Map<string, string[]> {
  shortForms ??= unpack();
  const formals = new Map<string, string[]>();
  for (const [formal, shorts] of shortForms) {
    for (const short of shorts) {
      const list = formals.get(short);
      if (list) list.push(formal);
      else formals.set(short, [formal]);
    }
  }
  return formals;
}
