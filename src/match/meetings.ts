import { clz32, floor, max, min } from './arithmetic';
import { About } from './atoms';
import type { FieldKey } from './field';
import type { Fields } from './fields';

/** Finest step in which evidence is counted while candidates are sought, in parts of a bit. */
const PER_BIT = 4;
/** Bits that {@link About} takes. */
const SUBJECTS = 10;
const ABOUT = (1 << SUBJECTS) - 1;
/** More evidence than this is not told apart. */
const MOST = 1023;
/** Of what the poorer of two records says, the share that both must say: so rich records need more in common than poor ones. */
const SHARE = 0.27;

/** Records that agree in a key. */
export class Blocks {
  private held = 0;
  /** The members of all blocks, ascending in each, and −1 behind each. */
  private readonly members: Int32Array;
  /** Where each block begins, and what agreement in its key says: evidence, and in the lower bits what it is about. */
  private readonly starts: number[] = [];
  private readonly said: number[] = [];

  /** `size` records in all; the blocks that are to come, and their members. */
  constructor(
    private readonly size: number,
    blocks: number,
    members: number,
  ) {
    this.members = new Int32Array(members + blocks);
  }

  /** Adds a block of those in `records` (ascending) from `from` to before `to`, with a key `about` something. */
  add(records: Int32Array, from: number, to: number, about: About): void {
    const end = this.held + to - from;
    this.starts.push(this.held);
    // At least something, since nothing marks those who were not met.
    const evidence = max(1, Math.round(PER_BIT * Math.log2(this.size / (to - from))));
    this.said.push((evidence << SUBJECTS) | about);
    for (let i = from, at = this.held; i < to; i++) this.members[at++] = records[i];
    this.members[end] = -1;
    this.held = end + 1;
  }

  /** The blocks by record: see {@link Places}. With `fresh`, those of fresh records only, each from its beginning. */
  places(fresh?: Uint8Array): Places {
    const { members, starts, said, held } = this;
    const first = new Int32Array(this.size + 1);
    const listed = (i: number) => (fresh ? members[i] >= 0 && fresh[members[i]] === 1 : members[i + 1] >= 0);
    for (let i = 0; i < held; i++) if (members[i] >= 0 && listed(i)) first[members[i] + 1]++;
    for (let record = 0; record < this.size; record++) first[record + 1] += first[record];
    const next = first.slice();
    const of = new Int32Array(2 * first[this.size]);
    for (let g = 0; g < starts.length; g++) {
      for (let i = starts[g]; members[i] >= 0; i++) {
        if (!listed(i)) continue;
        const at = 2 * next[members[i]]++;
        // Of many blocks only one member is left to be met: it stands here itself, so that nobody has to look far away.
        of[at] = fresh ? starts[g] : members[i + 2] < 0 ? ~members[i + 1] : i + 1;
        of[at + 1] = said[g];
      }
    }
    return { members, first, of };
  }
}

/**
 * For each record its blocks, in the order of their coming: for those of `record`, from `2 * first[record]` on in `of`, where those
 * begin whom it meets (they end before −1; a negative number is the one record it meets, inverted), and what they share with it.
 */
interface Places {
  members: Int32Array;
  first: Int32Array;
  of: Int32Array;
}

/** Fields whose equal values count, of those about one thing the most telling first. */
const COUNTED: readonly (readonly [FieldKey, About])[] = [
  ['email', About.Email],
  ['phone', About.Phone],
  ['birthDate', About.Date],
  ['family', About.Name],
  ['given', About.Name],
  ['street', About.Address],
  ['number', About.Address],
  ['address2', About.Address],
  ['firm', About.Firm],
  ['company', About.Company],
  ['postcode', About.Place],
  ['city', About.Place],
  ['region', About.Place],
  ['country', About.Place],
  ['text', About.Text],
  ['sex', About.Sex],
];

/** Fields of which a word of a digest tells the values: eight bits each. */
const PER_WORD = 4;
/** In a digest, 0 is a missing value, and this stands for one where it is not to equal another. */
const NO_VALUE = 255;

/** What records say, so that two can be compared without looking at every value. */
interface Said {
  /** By field: what it is about, its value ids by record, and by value id what sharing it says, in parts of a bit. */
  about: About[];
  ids: Int32Array[];
  evidence: Int32Array[];
  /** By record, `width` numbers beside each other: eight bits of each value, and last all that it says, in parts of a bit. */
  digests: Int32Array;
  width: number;
}

function whatIsSaid({ size, byKey }: Fields): Said {
  const known = COUNTED.flatMap(([key, about]) => {
    const field = byKey.get(key);
    return field ? { field, about } : [];
  });
  const width = Math.ceil(known.length / PER_WORD) + 1;
  const digests = new Int32Array(width * size);
  const said = new Int32Array(size);
  const evidence = known.map(({ field: { ids, texts }, about }, f) => {
    const counts = new Int32Array(texts.length);
    for (let i = 0; i < size; i++) counts[ids[i]]++;
    const bits = counts.map((count) => Math.round(PER_BIT * Math.log2(size / max(1, count))));
    for (let i = 0; i < size; i++) {
      const id = ids[i];
      if (id === 0) continue;
      digests[i * width + floor(f / PER_WORD)] |= (1 + (id % (NO_VALUE - 1))) << (8 * (f % PER_WORD));
      if ((said[i] & about) !== 0) continue;
      said[i] |= about;
      digests[i * width + width - 1] += bits[id];
    }
    return bits;
  });
  return { about: known.map(({ about }) => about), ids: known.map(({ field }) => field.ids), evidence, digests, width };
}

/** Whom one record meets in its blocks, with the evidence. */
export class Meetings {
  private size = 0;
  /** The most evidence with one of those collected. */
  private highest = 0;
  private readonly records: Int32Array;
  private readonly evidence: Int32Array;
  /** All that those collected say. */
  private readonly utmost: Int32Array;
  /** By record, if it was met: the evidence, and in the lower bits what the two share. */
  private readonly met: Int32Array;
  private readonly histogram = new Int32Array(MOST + 1);
  private readonly places: Places;
  private readonly said: Said;
  /** The digest of the record that meets the others. */
  private readonly own: Int32Array;

  /** With `fresh` (1 by record), fresh records meet all others, else each record those after it. */
  constructor(blocks: Blocks, fields: Fields, fresh?: Uint8Array) {
    this.places = blocks.places(fresh);
    this.said = whatIsSaid(fields);
    this.own = new Int32Array(this.said.width);
    this.records = new Int32Array(fields.size);
    this.evidence = new Int32Array(fields.size);
    this.utmost = new Int32Array(fields.size);
    this.met = new Int32Array(fields.size);
  }

  /** Collects those whom `record` meets. */
  gather(record: number): void {
    const { members, first, of } = this.places;
    const { met, records, utmost } = this;
    const { digests, width } = this.said;
    for (let i = 0; i < this.size; i++) met[records[i]] = 0;
    let count = 0;
    for (let p = 2 * first[record]; p < 2 * first[record + 1]; p += 2) {
      const said = of[p + 1];
      const about = said & ABOUT;
      let i = of[p];
      for (let other = i < 0 ? ~i : members[i]; other >= 0; other = i < 0 ? -1 : members[++i]) {
        const known = met[other];
        if (known === 0) {
          // Fetched already here, where nothing waits for it: digests lie far apart in memory.
          utmost[count] = digests[other * width + width - 1];
          records[count++] = other;
        }
        if ((known & about) === 0) met[other] = known + said;
      }
    }
    this.size = count;
    this.refine(record);
  }

  /** Adds what equal values say that no block has counted, and drops those who share too little of what they could. */
  private refine(record: number): void {
    const { digests, width, about, ids, evidence } = this.said;
    const { met, records, utmost, own, size } = this;
    this.look(record);
    const last = width - 1;
    let highest = 0;
    for (let i = 0; i < size; i++) {
      const other = records[i];
      const known = met[other];
      let shared = known & ABOUT;
      let sum = known >>> SUBJECTS;
      for (let word = 0; word < last; word++) {
        const differ = own[word] ^ digests[other * width + word];
        // A bit for each of the four values that may be the same (Warren, Hacker's Delight 6–1).
        for (let equal = (differ - 0x01010101) & ~differ & 0x80808080; equal !== 0; equal &= equal - 1) {
          const f = word * PER_WORD + ((31 - clz32(equal & -equal)) >> 3);
          const id = ids[f][record];
          if ((shared & about[f]) !== 0 || id !== ids[f][other]) continue;
          shared |= about[f];
          sum += evidence[f][id];
        }
      }
      if (sum < SHARE * min(own[last], utmost[i])) sum = 0;
      sum = min(sum, MOST);
      this.evidence[i] = sum;
      highest = max(highest, sum);
    }
    this.highest = highest;
  }

  /** Makes a record's digest the one that others are compared with. */
  private look(record: number): void {
    const { digests, width, ids } = this.said;
    for (let word = 0; word < width; word++) this.own[word] = digests[record * width + word];
    for (let f = 0; f < PER_WORD * (width - 1); f++) {
      if (f >= ids.length || ids[f][record] === 0) this.own[floor(f / PER_WORD)] |= NO_VALUE << (8 * (f % PER_WORD));
    }
  }

  /** Calls `use` with the best of those collected: no more than `most`, and none with less than `least` bits. */
  best(least: number, most: number, use: (other: number) => void): void {
    const { evidence, records, histogram, highest } = this;
    const floor = max(1, Math.ceil(PER_BIT * least));
    if (highest < floor) return;
    histogram.fill(0, floor, highest + 1);
    for (let i = 0; i < this.size; i++) histogram[evidence[i]]++;
    let cut = highest;
    let above = 0;
    while (cut > floor && above + histogram[cut] < most) above += histogram[cut--];
    let even = most - above;
    for (let i = 0; i < this.size; i++) {
      if (evidence[i] > cut || (evidence[i] === cut && even-- > 0)) use(records[i]);
    }
  }
}
