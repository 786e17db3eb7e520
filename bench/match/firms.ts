import { typo } from './damage';
import { crmRows, type Row } from './people';
import { Random } from './random';
import * as words from './vocabulary';

/** A firm's name without its legal form. */
export function firmWords(random: Random): string[] {
  const head = random.chance(0.5)
    ? random.pick(words.FIRM_HEADS)
    : random.chance(0.3)
      ? `${random.pick(words.FAMILY)} & ${random.pick(['Sons', 'Brothers', random.pick(words.FAMILY)])}`
      : random.pick(words.FAMILY);
  const out = head.split(' ');
  if (random.chance(0.3)) out.unshift(random.pick(words.CITIES)[0].split(' ')[0]);
  out.push(random.pick(words.FIRM_TRADES));
  if (random.chance(0.4)) out.push(random.pick(words.FIRM_TAILS));
  return out;
}

/** One way of writing a firm's name: legal form changed or dropped, words shortened or turned around, an error. */
export function writeFirm(name: readonly string[], form: string, random: Random): string {
  let parts = name.map((word) => (random.chance(0.3) ? (words.FIRM_SHORT[word] ?? word) : word));
  if (random.chance(0.15)) parts = parts.map((word) => (word === '&' ? 'and' : word));
  if (random.chance(0.1) && parts.length > 2) parts = [...parts.slice(1), parts[0]];
  if (random.chance(0.2)) {
    const at = random.below(parts.length);
    parts[at] = typo(parts[at], random);
  }
  if (random.chance(0.15)) parts = parts.map((word) => word.toUpperCase());
  const legal = random.chance(0.5) ? form : random.chance(0.5) ? random.pick(words.FIRM_FORMS) : '';
  return `${parts.join(' ')}${legal && random.chance(0.3) ? ',' : ''} ${legal}`.trim();
}

/** Firms by name only: each stands there once to four times. */
export function firmRows(size: number, seed: number): Row[] {
  const random = new Random(seed);
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let firm = 0; rows.length < size; firm++) {
    const name = firmWords(random);
    const key = [...name].sort().join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const form = random.pick(words.FIRM_FORMS);
    rows.push({ cluster: String(firm), name: `${name.join(' ')} ${form}` });
    for (let copy = random.below(4); copy > 0; copy--)
      rows.push({ cluster: String(firm), name: writeFirm(name, form, random) });
  }
  return random.shuffle(rows.slice(0, size));
}

/** People and firms in one list, the name in one column. */
export function mixedRows(size: number, seed: number): Row[] {
  const random = new Random(seed);
  const people = crmRows(Math.floor(size / 2), seed + 1).map((row): Row => {
    const { first, last, company: _, ...rest } = row;
    return { ...rest, cluster: `p${row.cluster}`, name: random.chance(0.2) ? `${last}, ${first}` : `${first} ${last}` };
  });
  const homes = crmRows(size - people.length, seed + 2);
  const names = new Map<string, { name: string[]; form: string }>();
  const firms = homes.map((row): Row => {
    const { first: _, last: __, company: ___, ...rest } = row;
    let firm = names.get(row.cluster);
    if (!firm) {
      firm = { name: firmWords(random), form: random.pick(words.FIRM_FORMS) };
      names.set(row.cluster, firm);
    }
    const mail =
      row.email &&
      `info@${firm.name
        .join('')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase()}.com`;
    return { ...rest, cluster: `f${row.cluster}`, email: mail, name: writeFirm(firm.name, firm.form, random) };
  });
  return random.shuffle([...people, ...firms]);
}
