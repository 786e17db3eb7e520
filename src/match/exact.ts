import { Clusters } from './clusters';
import type { Distinct } from './columns';
import { emailKey, keysOf, phoneKey, shareKey } from './contact';
import type { Link } from './contract';
import type { Decided } from './decided';
import type { Found } from './found';
import { Interner } from './intern';
import { NameTie, nameTie, TIE_WORDS } from './name-clash';
import { type Points, pointsOf } from './points';
import { words } from './text';

/** Most distinct names on one key that are compared each with each; beyond, neighbours in the order of the names. */
const ALL_PAIRS = 64;
const WINDOW = 24;
/** On a key with more people than this only names that are alike are worth a person's look. */
const OFFICE_LINE = 4;

/** Probabilities that stand for rules, not for counts: what a person may rely on when a rule holds. */
const BY_TIE: Record<NameTie, number> = {
  [NameTie.Same]: 0.999,
  [NameTie.Typo]: 0.995,
  [NameTie.Nickname]: 0.995,
  [NameTie.Initial]: 0.99,
  [NameTie.Shorter]: 0.99,
  [NameTie.Missing]: 0.98,
  [NameTie.Clash]: 0.3,
};

/** What the rules look at, by record. */
interface Facts {
  customers: Int32Array;
  customerTexts: string[];
  nameIds: Int32Array;
  names: string[][];
  phoneIds: Int32Array;
  phones: string[][];
  emailIds: Int32Array;
  emails: string[][];
}

function nameFacts({ columns, size }: Distinct): Pick<Facts, 'nameIds' | 'names'> {
  const interner = new Interner();
  const names: string[][] = [[]];
  const nameIds = new Int32Array(size);
  const text = (field: 'name' | 'given' | 'family' | 'company', i: number) => {
    const column = columns.get(field);
    return column ? column.texts[column.ids[i]] : '';
  };
  for (let i = 0; i < size; i++) {
    const split = `${text('given', i)} ${text('family', i)}`.trim();
    const raw = split || text('name', i) || text('company', i);
    nameIds[i] = interner.id(raw);
    if (nameIds[i] === names.length) names.push(words(raw));
  }
  return { nameIds, names };
}

function gather(records: Distinct): Facts {
  const none = { ids: new Int32Array(records.size), texts: [''] };
  const customer = records.columns.get('customerId') ?? none;
  const phone = records.columns.get('phone') ?? none;
  const email = records.columns.get('email') ?? none;
  return {
    customers: customer.ids,
    customerTexts: customer.texts,
    ...nameFacts(records),
    phoneIds: phone.ids,
    phones: keysOf(phone, phoneKey),
    emailIds: email.ids,
    emails: keysOf(email, emailKey),
  };
}

/** Lists of records by key, in the order of the records. */
function groups(ids: Int32Array, keys: string[][]): Int32Array[] {
  const lists = new Map<string, number[]>();
  for (let i = 0; i < ids.length; i++) {
    for (const key of keys[ids[i]]) {
      const list = lists.get(key);
      if (list) list.push(i);
      else lists.set(key, [i]);
    }
  }
  return [...lists.values()].filter((list) => list.length > 1).map((list) => Int32Array.from(list));
}

interface Candidate {
  a: number;
  b: number;
  tie: NameTie;
  customersDiffer: boolean;
}

/** The engine by plain rules; see {@link matchExactly}. */
class ExactMatcher {
  readonly clusters: Clusters;
  private readonly facts: Facts;
  private readonly ties = new Map<number, NameTie>();

  constructor(
    records: Distinct,
    decided: Decided,
    private readonly points: Points,
  ) {
    this.facts = gather(records);
    this.clusters = new Clusters(records.size, decided.apart);
    for (const [a, b] of decided.together) this.clusters.join(a, b);
    this.joinCustomers();
  }

  run(): Link[] {
    const { phoneIds, phones, emailIds, emails } = this.facts;
    const candidates: Candidate[] = [];
    for (const [ids, keys] of [
      [phoneIds, phones],
      [emailIds, emails],
    ] as const) {
      for (const group of groups(ids, keys)) this.pairsOf(group, candidates);
    }
    candidates.sort((x, y) => x.tie - y.tie || x.a - y.a || x.b - y.b);
    const refused = candidates.filter(({ a, b }) => {
      if (!this.agree(a, b)) return true;
      this.clusters.join(a, b);
      return false;
    });
    return this.proposals(refused);
  }

  /** Why two records of one cluster, or of a proposal, belong or may belong together. */
  link(a: number, b: number): Link {
    const { customers, phoneIds, phones, emailIds, emails, customerTexts } = this.facts;
    const tie = this.tieOf(a, b);
    const why: string[] = [];
    const bothCustomers = customers[a] !== 0 && customers[b] !== 0;
    const sameCustomer = bothCustomers && customers[a] === customers[b];
    if (sameCustomer) why.push('same customer id');
    else if (bothCustomers)
      why.push(`customer ids differ (${customerTexts[customers[a]]}, ${customerTexts[customers[b]]})`);
    why.push(this.contactWords('phone', phones[phoneIds[a]], phones[phoneIds[b]]));
    why.push(this.contactWords('e-mail', emails[emailIds[a]], emails[emailIds[b]]));
    why.push(TIE_WORDS[tie]);
    const probability = sameCustomer ? 1 : bothCustomers ? BY_TIE[NameTie.Clash] : BY_TIE[tie];
    const [low, high] = a < b ? [a, b] : [b, a];
    return { a: low, b: high, probability, points: pointsOf(this.points, a, b), why: why.join('; ') };
  }

  /** How surely something that stands in both ties two records; 0: nothing does. */
  tie(a: number, b: number): number {
    const { customers, phoneIds, phones, emailIds, emails } = this.facts;
    if (customers[a] !== 0 && customers[a] === customers[b]) return 2;
    const contact =
      shareKey(phones[phoneIds[a]], phones[phoneIds[b]]) || shareKey(emails[emailIds[a]], emails[emailIds[b]]);
    return contact ? BY_TIE[this.tieOf(a, b)] : 0;
  }

  private contactWords(label: string, a: string[], b: string[]): string {
    if (a.length === 0 || b.length === 0) return `${label} missing`;
    return shareKey(a, b) ? `same ${label}` : `${label} differs`;
  }

  private joinCustomers(): void {
    const first = new Map<number, number>();
    const { customers } = this.facts;
    for (let i = 0; i < customers.length; i++) {
      if (customers[i] === 0) continue;
      const known = first.get(customers[i]);
      if (known === undefined) first.set(customers[i], i);
      else this.clusters.join(known, i);
    }
  }

  private tieOf(a: number, b: number): NameTie {
    const { nameIds, names } = this.facts;
    const [low, high] = nameIds[a] < nameIds[b] ? [nameIds[a], nameIds[b]] : [nameIds[b], nameIds[a]];
    if (low === high) return low === 0 ? NameTie.Missing : NameTie.Same;
    const key = low * names.length + high;
    let tie = this.ties.get(key);
    if (tie === undefined) {
      tie = nameTie(names[low], names[high]);
      this.ties.set(key, tie);
    }
    return tie;
  }

  /** One record for each cluster, name and customer of the group: the others say nothing new. */
  private pairsOf(group: Int32Array, out: Candidate[]): void {
    const { nameIds, customers, names } = this.facts;
    const seen = new Set<string>();
    const kinds: number[] = [];
    for (const record of group) {
      const kind = `${nameIds[record]}/${customers[record]}`;
      if (seen.has(kind)) this.joinTwins(kinds, record);
      else {
        seen.add(kind);
        kinds.push(record);
      }
    }
    if (kinds.length > ALL_PAIRS) {
      const sortText = new Map(kinds.map((record) => [record, [...names[nameIds[record]]].reverse().join(' ')]));
      kinds.sort((x, y) => compareText(sortText.get(x)!, sortText.get(y)!) || x - y);
    }
    const reach = kinds.length > ALL_PAIRS ? WINDOW : kinds.length;
    for (let i = 0; i < kinds.length; i++) {
      for (let j = i + 1; j < kinds.length && j <= i + reach; j++) {
        const [a, b] = kinds[i] < kinds[j] ? [kinds[i], kinds[j]] : [kinds[j], kinds[i]];
        const customersDiffer = customers[a] !== 0 && customers[b] !== 0 && customers[a] !== customers[b];
        const tie = this.tieOf(a, b);
        if (tie === NameTie.Clash && kinds.length > OFFICE_LINE) continue;
        out.push({ a, b, tie, customersDiffer });
      }
    }
  }

  /** The same name and customer on the same key: no question. */
  private joinTwins(kinds: readonly number[], record: number): void {
    const { nameIds, customers } = this.facts;
    const twin = kinds.find((kind) => nameIds[kind] === nameIds[record] && customers[kind] === customers[record]);
    if (twin !== undefined && this.agree(twin, record)) this.clusters.join(twin, record);
  }

  /** Whether no two members of the two clusters clash in name or customer: so nothing chains through "J. Smith". */
  private agree(a: number, b: number): boolean {
    if (this.clusters.find(a) === this.clusters.find(b)) return true;
    if (this.clusters.keptApart(a, b)) return false;
    const left = this.kindsOf(a);
    const right = this.kindsOf(b);
    const { customers } = this.facts;
    return left.every((x) =>
      right.every(
        (y) =>
          (customers[x] === 0 || customers[y] === 0 || customers[x] === customers[y]) &&
          this.tieOf(x, y) !== NameTie.Clash,
      ),
    );
  }

  private kindsOf(record: number): number[] {
    const { nameIds, customers } = this.facts;
    const kinds = new Map<string, number>();
    for (const member of this.clusters.members(record)) kinds.set(`${nameIds[member]}/${customers[member]}`, member);
    return [...kinds.values()];
  }

  private proposals(refused: readonly Candidate[]): Link[] {
    const seen = new Set<string>();
    const links: Link[] = [];
    for (const { a, b } of refused) {
      const roots = [this.clusters.find(a), this.clusters.find(b)].sort((x, y) => x - y);
      const key = roots.join('/');
      if (roots[0] === roots[1] || seen.has(key) || this.clusters.keptApart(a, b)) continue;
      seen.add(key);
      links.push(this.link(a, b));
    }
    return links;
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The rules: an equal customer id joins; an equal phone or e-mail joins unless customer ids differ or the names clash;
 * a cluster never holds two names that clash unless one customer id, or a person, says so. What clashes is proposed.
 */
export function matchExactly(records: Distinct, decided: Decided, points: Points): Found {
  const matcher = new ExactMatcher(records, decided, points);
  const proposals = matcher.run();
  const labels = matcher.clusters.labels();
  return {
    labels,
    reviewLabels: labels,
    proposals,
    link: (a, b) => matcher.link(a, b),
    tie: (a, b) => matcher.tie(a, b),
  };
}
