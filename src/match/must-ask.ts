import type { Distinct } from './columns';
import type { FieldKey } from './field';
import type { Fields } from './fields';
import type { Weigher } from './weigher';

/** Says of two clusters whether they are merged only if a person says so. */
export type Question = (left: readonly number[], right: readonly number[]) => boolean;

/** Whether two clusters hold different customer ids: then nothing is merged without asking. */
export function customersDiffer(records: Distinct): Question {
  const ids = records.columns.get('customerId')?.ids;
  return (left, right) => {
    if (!ids) return false;
    const known = left.find((record) => ids[record] !== 0);
    return known !== undefined && right.some((record) => ids[record] !== 0 && ids[record] !== ids[known]);
  };
}

/** Fields with the level from which on, or up to which, they count. */
type Levels = readonly (readonly [FieldKey, number])[];

/** What firms can have in common that few others have. */
const IDENTIFIERS: Levels = [
  ['firm', 5],
  ['phone', 5],
  ['email', 5],
  ['number', 4],
];
/** Identifiers that two firms must have in common to be merged without asking: branches share one easily. */
const ENOUGH_IDENTIFIERS = 2;

/** Names that have at most some letters in common. */
const CLASHES: Levels = [
  ['given', 2],
  ['family', 2],
];

/** For each record whether its phone is also somebody else's (1), as far as `label` knows who is who. */
function onSharedLine({ byKey, size }: Fields, label: Int32Array): Uint8Array {
  const { ids, texts } = byKey.get('phone') ?? { ids: new Int32Array(size), texts: [''] };
  const holder = new Int32Array(texts.length).fill(-1);
  const shared = new Uint8Array(texts.length);
  for (let record = 0; record < size; record++) {
    const id = ids[record];
    if (id !== 0 && holder[id] >= 0 && holder[id] !== label[record]) shared[id] = 1;
    holder[id] = label[record];
  }
  return Uint8Array.from(ids, (id) => shared[id]);
}

/** Whether a record of one side is tied to none of the other. */
function isLoose(left: readonly number[], right: readonly number[], tied: (a: number, b: number) => boolean): boolean {
  return !left.every((a) => right.some((b) => tied(a, b))) || !right.every((b) => left.some((a) => tied(a, b)));
}

/**
 * Whether two clusters are merged only if a person says so: customer ids differ; firms have too little in common, however rare it
 * is; or names clash on a line that others have, too, as in an office or at home. `label` says who is one person at best guess.
 */
export function mustAsk(records: Distinct, weigher: Weigher, label: Int32Array): Question {
  const { all } = weigher.fields;
  const find = (levels: Levels) =>
    levels.map(([key, level]) => ({ f: all.findIndex((field) => field.key === key), level })).filter(({ f }) => f >= 0);
  const [identifiers, clashes] = [IDENTIFIERS, CLASHES].map(find);
  const shared = onSharedLine(weigher.fields, label);
  const onLine = (record: number) => shared[record] === 1;
  const family = all.find(({ key }) => key === 'family');
  const firm = all.find(({ key }) => key === 'firm');
  const isFirm = (record: number) => firm?.ids[record] !== 0 && (family?.ids[record] ?? 0) === 0;
  const firmsTied = (a: number, b: number) => {
    const levels = weigher.levels(a, b);
    return identifiers.filter(({ f, level }) => levels[f] >= level).length >= ENOUGH_IDENTIFIERS;
  };
  const peopleTied = (a: number, b: number) => {
    const levels = weigher.levels(a, b);
    return !clashes.some(({ f, level }) => levels[f] > 0 && levels[f] <= level);
  };
  const differ = customersDiffer(records);
  return (left, right) => {
    if (differ(left, right)) return true;
    if (firm && left.every(isFirm) && right.every(isFirm)) return isLoose(left, right, firmsTied);
    return (left.some(onLine) || right.some(onLine)) && isLoose(left, right, peopleTied);
  };
}
