import { About } from './atoms';
import type { FieldKey } from './field';
import type { Fields } from './fields';

/** Finest step in which evidence is counted while candidates are sought, in parts of a bit. */
export const PER_BIT = 4;
/** More evidence than this is not told apart. */
const MOST = 1023;
/** Of what the poorer of two records says, the share that both must say: so rich records need more in common than poor ones. */
const SHARE = 0.27;

/** Records that agree in a key, of all kinds: block `g` is `starts[g]` to `starts[g + 1]` in `members`, ascending. */
export interface Blocks {
  members: Int32Array;
  starts: Int32Array;
  /** What agreement in the key says, in parts of a bit. */
  evidence: Int32Array;
  /** What the key is about: of keys about one thing only the first that two records share counts. */
  about: Int32Array;
}

/** For each record its blocks, in the order of the kinds: those of `record` stand from `first[record]` on in `of`. */
function blocksByRecord({ members, starts }: Blocks, size: number): { first: Int32Array; of: Int32Array } {
  const first = new Int32Array(size + 1);
  for (const member of members) first[member + 1]++;
  for (let record = 0; record < size; record++) first[record + 1] += first[record];
  const next = first.slice();
  const of = new Int32Array(members.length);
  for (let g = 0; g + 1 < starts.length; g++)
    for (let i = starts[g]; i < starts[g + 1]; i++) of[next[members[i]]++] = g;
  return { first, of };
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

/** Value ids of a record beside each other, and behind them all that it says, in parts of a bit. */
interface Rows {
  rows: Int32Array;
  width: number;
  about: About[];
  /** By field and value id, in parts of a bit. */
  evidence: Int32Array[];
}

function rowsOf({ size, byKey }: Fields): Rows {
  const used = COUNTED.flatMap(([key, about]) => ({ field: byKey.get(key), about }));
  const known = used.flatMap(({ field, about }) => (field ? { field, about } : []));
  const width = known.length + 1;
  const rows = new Int32Array(width * size);
  const said = new Int32Array(size);
  const evidence = known.map(({ field, about }, f) => {
    const counts = new Int32Array(field.texts.length);
    for (let i = 0; i < size; i++) counts[field.ids[i]]++;
    const bits = counts.map((count) => Math.round(PER_BIT * Math.log2(size / Math.max(1, count))));
    for (let i = 0; i < size; i++) {
      const id = field.ids[i];
      rows[i * width + f] = id;
      if (id === 0 || (said[i] & about) !== 0) continue;
      said[i] |= about;
      rows[i * width + width - 1] += bits[id];
    }
    return bits;
  });
  return { rows, width, about: known.map(({ about }) => about), evidence };
}

/** Whom one record meets in its blocks, with the evidence. */
export class Meetings {
  private size = 0;
  private readonly records: Int32Array;
  /** Three numbers by record: who met it last, what they share, and the evidence. */
  private readonly state: Int32Array;
  private readonly histogram = new Int32Array(MOST + 1);
  private readonly byRecord: { first: Int32Array; of: Int32Array };
  private readonly values: Rows;

  constructor(
    private readonly blocks: Blocks,
    fields: Fields,
  ) {
    this.byRecord = blocksByRecord(blocks, fields.size);
    this.values = rowsOf(fields);
    this.records = new Int32Array(fields.size);
    this.state = new Int32Array(3 * fields.size).fill(-1);
  }

  /** Collects those whom `record` meets and who stand above `floor`. */
  gather(record: number, floor: number): void {
    const { members, starts, evidence, about } = this.blocks;
    const { first, of } = this.byRecord;
    const { state, records } = this;
    let met = 0;
    for (let p = first[record]; p < first[record + 1]; p++) {
      const g = of[p];
      for (let i = starts[g + 1] - 1; i >= starts[g] && members[i] > floor; i--) {
        const at = 3 * members[i];
        if (state[at] !== record) {
          state[at] = record;
          state[at + 1] = about[g];
          state[at + 2] = evidence[g];
          records[met++] = members[i];
        } else if ((state[at + 1] & about[g]) === 0) {
          state[at + 1] |= about[g];
          state[at + 2] += evidence[g];
        }
      }
    }
    this.size = met;
    this.refine(record);
  }

  /** Adds what equal values say that no block has counted, and drops those who share too little of what they could. */
  private refine(record: number): void {
    const { rows, width, about, evidence } = this.values;
    const { state, records } = this;
    const own = record * width;
    const last = width - 1;
    for (let i = 0; i < this.size; i++) {
      const at = 3 * records[i];
      const other = records[i] * width;
      let shared = state[at + 1];
      let sum = state[at + 2];
      for (let f = 0; f < last; f++) {
        const id = rows[own + f];
        if (id !== rows[other + f] || id === 0 || (shared & about[f]) !== 0) continue;
        shared |= about[f];
        sum += evidence[f][id];
      }
      state[at + 2] = sum < SHARE * Math.min(rows[own + last], rows[other + last]) ? 0 : Math.min(sum, MOST);
    }
  }

  /** Calls `use` with the best of those collected: no more than `most`, and none with less than `least` bits. */
  best(least: number, most: number, use: (other: number) => void): void {
    const { state, records, histogram } = this;
    histogram.fill(0);
    for (let i = 0; i < this.size; i++) histogram[state[3 * records[i] + 2]]++;
    const floor = Math.max(1, Math.ceil(PER_BIT * least));
    let cut = MOST;
    let above = 0;
    while (cut > floor && above + histogram[cut] < most) above += histogram[cut--];
    let even = most - above;
    for (let i = 0; i < this.size; i++) {
      const evidence = state[3 * records[i] + 2];
      if (evidence > cut || (evidence === cut && even-- > 0)) use(records[i]);
    }
  }
}
