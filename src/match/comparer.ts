import { max, min } from './arithmetic';
import { DIFFERENT, type Field } from './field';
import type { Fields } from './fields';

/** How much a level of names speaks for an arrangement, to choose between straight and crossed; index is the level. */
const FOR_ARRANGEMENT = [0, -3, -1, 1, 1, 4, 5, 6];
/** Crossed names must be this much better than straight ones. */
const CROSSED_BY = 4;

/** Level of names that are the same or differ by one letter. */
const SAME_BUT_A_LETTER = 6;

const STRAIGHT = 1;
const HALF_SWAPPED = 2;
const SWAPPED = 3;

/** Compares pairs of records, field by field. */
export class Comparer {
  /** Index into the fields, −1 where there is none. */
  readonly given: number;
  readonly family: number;
  readonly swapped: number;
  readonly firm: number;
  /** Value ids of all fields of a record beside each other: `ids[record * width + field]`. */
  readonly ids: Int32Array;
  readonly width: number;
  /** First letter by value id of names. */
  private readonly initial: Uint16Array;
  private readonly tops: number[];
  private readonly level: ((a: number, b: number) => number)[];

  constructor(readonly fields: Fields) {
    const index = (key: Field['key']) => fields.all.findIndex((field) => field.key === key);
    [this.given, this.family, this.swapped, this.firm] = [
      index('given'),
      index('family'),
      index('swapped'),
      index('firm'),
    ];
    this.width = fields.all.length;
    this.ids = packed(fields);
    const names = fields.all[this.given < 0 ? this.family : this.given]?.texts ?? [];
    this.initial = Uint16Array.from(names, (text) => (text === '' ? 0 : text.charCodeAt(0)));
    this.tops = fields.all.map((field) => field.levels.length);
    this.level = fields.all.map((field) => field.compare);
  }

  /** Level of one field of two records: 0 where one has no value. Names are compared straight. */
  one(field: number, a: number, b: number): number {
    return this.values(field, this.ids[a * this.width + field], this.ids[b * this.width + field]);
  }

  /** Level of two values of a field: 0 where one is missing. */
  values(field: number, a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    return a === b ? this.tops[field] : this.level[field](a, b);
  }

  /** Writes the levels of all fields of two records to `out` from `at` on. */
  all(a: number, b: number, out: Uint8Array, at: number): void {
    const count = this.width;
    for (let f = 0; f < count; f++) {
      if (this.isName(f)) continue;
      out[at + f] = this.one(f, a, b);
    }
    this.names(a, b, out, at);
  }

  /** Writes the levels of the name fields only. */
  names(a: number, b: number, out: Uint8Array, at: number): void {
    const { given, family, swapped, firm } = this;
    if (swapped < 0) {
      if (firm >= 0) out[at + firm] = this.one(firm, a, b);
      return;
    }
    const ofA = a * this.width;
    const ofB = b * this.width;
    const givenA = given < 0 ? 0 : this.ids[ofA + given];
    const givenB = given < 0 ? 0 : this.ids[ofB + given];
    const familyA = family < 0 ? 0 : this.ids[ofA + family];
    const familyB = family < 0 ? 0 : this.ids[ofB + family];
    const anyPerson = (givenA | familyA) !== 0 && (givenB | familyB) !== 0;
    if (firm >= 0) out[at + firm] = anyPerson ? 0 : this.one(firm, a, b);
    const field = given < 0 ? family : given;
    let first = this.values(field, givenA, givenB);
    let last = this.values(field, familyA, familyB);
    let arrangement = anyPerson ? STRAIGHT : 0;
    if (
      anyPerson &&
      (first < SAME_BUT_A_LETTER || last < SAME_BUT_A_LETTER) &&
      this.mayCross(givenA, familyA, givenB, familyB)
    ) {
      const crossedFirst = this.values(field, givenA, familyB);
      const crossedLast = this.values(field, familyA, givenB);
      const crossed = FOR_ARRANGEMENT[crossedFirst] + FOR_ARRANGEMENT[crossedLast];
      if (crossed >= FOR_ARRANGEMENT[first] + FOR_ARRANGEMENT[last] + CROSSED_BY) {
        arrangement = crossedFirst === DIFFERENT || crossedLast === DIFFERENT ? HALF_SWAPPED : SWAPPED;
        // Which of the two is the first name is open: the worse counts as such, whichever record comes first.
        [first, last] = [min(crossedFirst, crossedLast), max(crossedFirst, crossedLast)];
      }
    }
    if (given >= 0) out[at + given] = first;
    if (family >= 0) out[at + family] = last;
    out[at + swapped] = arrangement;
  }

  /** Whether a field is of a name: those are compared together. */
  isName(f: number): boolean {
    return f === this.given || f === this.family || f === this.swapped || f === this.firm;
  }

  /** Whether the levels at `at` are of two people's names, to whom a home or an office may be common. */
  arePeople(levels: Uint8Array, at: number): boolean {
    return this.swapped >= 0 && levels[at + this.swapped] !== 0;
  }

  /** Whether the levels at `at` are of two of one family name. */
  areSameFamily(levels: Uint8Array, at: number): boolean {
    return this.family >= 0 && levels[at + this.family] >= SAME_BUT_A_LETTER;
  }

  /** Whether crossed names start alike on one side at least. */
  private mayCross(givenA: number, familyA: number, givenB: number, familyB: number): boolean {
    const { initial } = this;
    return (
      (givenA !== 0 && initial[givenA] === initial[familyB]) || (familyA !== 0 && initial[familyA] === initial[givenB])
    );
  }
}

function packed(fields: Fields): Int32Array {
  const width = fields.all.length;
  const ids = new Int32Array(fields.size * width);
  fields.all.forEach((field, f) => {
    for (let record = 0; record < fields.size; record++) ids[record * width + f] = field.ids[record];
  });
  return ids;
}
