import { ALIASES, AROUND, OTHERS, STOP } from './header-aliases';
import type { FieldName, SourceKind } from './record';
import { foldWords } from './text';

/** How a header was recognised. */
export interface HeaderMatch {
  field: FieldName | '';
  /** 1: its very words; 0.85: with a word around it that says whose; 0.6: only part of it; 0: not at all. */
  strength: number;
  /** Place in the field's list, the plainest first. */
  rank: number;
  /** The header names something known that is none of our fields. */
  other: boolean;
}

interface Entry {
  field: FieldName;
  /** The alias as it stands in the table. */
  alias: string;
  rank: number;
}

// Filled when a header is first looked at: at load, every tick would pay for them.
const byAlias = new Map<string, Entry>();
const others = new Set<string>();
const around = new Set<string>();
const stop = new Set<string>();
// Filled by the first header that is none of the aliases as it stands: most sheets have none.
const byWords = new Map<string, Entry>();
const byCore = new Map<string, Entry>();

/** The words that matter, in one order. */
function coreOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : [...new Set(words)].sort().join(' ');
}

function significant(words: string): string[] {
  return words.split(' ').filter((word) => !around.has(word));
}

function register(map: Map<string, Entry>, key: string, entry: Entry): void {
  if (key !== '' && !map.has(key)) map.set(key, entry);
}

function entries(): Entry[] {
  return (Object.keys(ALIASES) as FieldName[]).flatMap((field) =>
    ALIASES[field].split('|').map((alias, rank) => ({ field, alias, rank })),
  );
}

function buildAliases(): void {
  for (const name of OTHERS.split('|')) others.add(name);
  for (const word of STOP.split(' ')) stop.add(word);
  for (const word of `${STOP} ${AROUND}`.split(' ')) around.add(word);
  const all = entries();
  for (const entry of all) register(byAlias, entry.alias, entry);
  for (const entry of all) register(byAlias, entry.alias.replace(/ /g, ''), entry);
}

function buildWords(): void {
  for (const entry of entries()) {
    const words = entry.alias.split(' ').filter((word) => !stop.has(word));
    register(byWords, coreOf(words), entry);
    // "customer code" without its first word would make every code a customer's.
    const core = significant(entry.alias);
    if (core.length === words.length) register(byCore, coreOf(core), entry);
  }
}

/** Headers that say only when a row was made, which belong to the order or to the lead as the source has it. */
const GENERIC_DATE =
  /^(?:(?:date|fecha|data|datum|tanggal|datetime)(?: (?:time|and time|y hora|e hora|uhrzeit|added|created|de creacion|creacion|de criacao|criacao|de creation|creazione|dibuat))?|created(?: at| time)?|creat(?:ion|e) date|timestamp|tgl|waktu|erstellt am|erstellungsdatum|tarikh|tareekh|tithi|dinank|marca temporal|carimbo de data hora|horodateur|zeitstempel|stempel waktu|informazioni cronologiche)$/;

/** Headers that name the goods in an order and something else in a list of leads. */
const OF_LEADS: Record<string, FieldName | ''> = { description: 'note', details: 'note', title: '', item: '' };

function settle(field: FieldName, words: string, kind: SourceKind): FieldName | '' {
  if ((field === 'orderDate' || field === 'leadDate') && GENERIC_DATE.test(words))
    return kind === 'orders' ? 'orderDate' : 'leadDate';
  if (field === 'recordId' && words === 'row id' && kind === 'orders') return 'lineId';
  return kind === 'leads' && field === 'article' ? (OF_LEADS[words] ?? field) : field;
}

function settled(
  entry: Entry | undefined,
  words: string,
  kind: SourceKind,
): { field: FieldName | ''; rank: number } | undefined {
  return entry && { field: settle(entry.field, words, kind), rank: entry.rank };
}

const NONE: HeaderMatch = { field: '', strength: 0, rank: 0, other: false };

/** A header's own words: without line breaks, brackets that say how to fill it, and camel case pulled apart. */
export function headerWords(header: string): string {
  const bare = header.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  const text = /[\p{L}\p{N}#]/u.test(bare) ? bare : header;
  return foldWords(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/#/g, ' # '));
}

/** What a header says its column holds. Which date a bare "date" is depends on `kind`. */
export function matchHeader(header: string, kind: SourceKind): HeaderMatch {
  if (header.length > 150) return NONE;
  if (byAlias.size === 0) buildAliases();
  const joined = foldWords(header);
  const words = headerWords(header);
  if (words === '') return NONE;
  for (const form of [joined, words, words.replace(/ /g, '')]) {
    const found = settled(byAlias.get(form), form, kind);
    if (found !== undefined) return { ...found, strength: found.field === '' ? 0 : 1, other: found.field === '' };
    if (others.has(form)) return { ...NONE, other: true };
  }
  if (byWords.size === 0) buildWords();
  const core = significant(words);
  const spoken = words.split(' ').filter((word) => !stop.has(word));
  const near = settled(byWords.get(coreOf(spoken)), spoken.join(' '), kind);
  const found = near ?? settled(byCore.get(coreOf(core)), core.join(' '), kind);
  if (found !== undefined)
    return { ...found, rank: found.rank + (near === undefined ? 100 : 50), strength: 0.85, other: false };
  if (others.has(core.join(' '))) return { ...NONE, other: true };
  return partial(core, kind);
}

function partial(core: readonly string[], kind: SourceKind): HeaderMatch {
  for (let length = Math.min(3, core.length - 1); length >= 1; length--) {
    for (const part of [core.slice(-length), core.slice(0, length)]) {
      const found = settled(byCore.get(coreOf(part)), part.join(' '), kind);
      if (found !== undefined && part.join('').length >= 3)
        return { field: found.field, rank: found.rank + 200, strength: 0.6, other: false };
    }
  }
  return NONE;
}
