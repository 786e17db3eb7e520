import { imul } from './arithmetic';
import type { MatchField, MatchInput } from './contract';
import { Entries } from './entries';
import { type Interned, Interner, idsAt } from './intern';
import { hashText, mix } from './text';

/** Fields that say who somebody is; two equal rows without any of them are not taken for one. */
const SAYS_WHO: ReadonlySet<MatchField> = new Set<MatchField>([
  'customerId',
  'name',
  'given',
  'family',
  'company',
  'phone',
  'email',
  'text',
]);

/**
 * The records that the engine works on: equal rows are one, and they stand in an order that depends on what they say
 * alone (by hash). So no result can depend on the order of the rows, a neighbour in this order is a random other
 * record, and one more row moves no other.
 */
export interface Distinct {
  size: number;
  /** Row of the input for each distinct record: the lowest that says so. */
  rowOf: Int32Array;
  /** Distinct record for each row of the input. */
  recordOf: Int32Array;
  columns: Map<MatchField, Interned>;
}

interface Hashes {
  first: Uint32Array;
  second: Uint32Array;
  saysWho: Uint8Array;
}

/** A second, independent hash of the same letters (multiplier of Knuth's generator). */
function otherHash(text: string, salt: number): number {
  let hash = salt;
  for (let k = 0; k < text.length; k++) hash = imul(hash + text.charCodeAt(k) + 1, 0x5851f42d);
  return mix(hash);
}

/** A column before its rows are put in order, with two hashes by id. */
interface Raw extends Interned {
  low: Uint32Array;
  high: readonly number[];
}

function readColumn(field: MatchField, values: readonly string[], size: number): Raw {
  const salt = hashText(field, 0);
  const interner = new Interner(salt);
  const ids = new Int32Array(size);
  const high = [0];
  for (let i = 0; i < size; i++) {
    const text = values[i] ?? '';
    const id = interner.id(text);
    ids[i] = id;
    // At once, while the text is at hand: later it would have to be fetched from far again.
    if (id === high.length) high.push(otherHash(text, salt));
  }
  return { ids, texts: interner.texts, low: interner.hashes, high };
}

function hashRows(columns: Map<MatchField, Raw>, size: number): Hashes {
  const first = new Uint32Array(size);
  const second = new Uint32Array(size);
  const saysWho = new Uint8Array(size);
  for (const [field, { ids, low, high }] of columns) {
    const who = SAYS_WHO.has(field) ? 1 : 0;
    for (let i = 0; i < size; i++) {
      const id = ids[i];
      // A missing value adds nothing, so a column without any value changes no order.
      if (id === 0) continue;
      first[i] = (first[i] + low[id]) >>> 0;
      second[i] = (second[i] + high[id]) >>> 0;
      saysWho[i] |= who;
    }
  }
  return { first, second, saysWho };
}

/** Rows by 21 bits of the one hash, then by the other, then as they stand: two stable sorts, the finer first. */
function orderByHash({ first, second }: Hashes, size: number): Int32Array {
  const entries = new Entries(size);
  entries.size = size;
  for (let i = 0; i < size; i++) {
    entries.keys[i] = first[i];
    entries.records[i] = i;
  }
  entries.sortHashes();
  for (let i = 0; i < size; i++) entries.keys[i] = second[entries.records[i]] >>> 11;
  entries.sort();
  return entries.records.subarray(0, size);
}

/** See {@link Distinct}. Rows that a person keeps apart from another stay by themselves. */
export function distinctRecords(input: MatchInput): Distinct {
  const raw = new Map<MatchField, Raw>();
  for (const field of Object.keys(input.columns).sort() as MatchField[]) {
    const values = input.columns[field];
    if (values) raw.set(field, readColumn(field, values, input.size));
  }
  const hashes = hashRows(raw, input.size);
  const order = orderByHash(hashes, input.size);
  const alone = new Set((input.apart ?? []).flat());
  const all = [...raw.values()];
  const held = new Int32Array(input.size);
  let size = 0;
  const recordOf = new Int32Array(input.size);
  for (let k = 0; k < order.length; k++) {
    const row = order[k];
    const same =
      size > 0 &&
      hashes.first[row] === hashes.first[held[size - 1]] &&
      hashes.saysWho[row] === 1 &&
      !alone.has(row) &&
      !alone.has(held[size - 1]) &&
      all.every((column) => column.ids[row] === column.ids[held[size - 1]]);
    if (!same) held[size++] = row;
    recordOf[row] = size - 1;
  }
  const rowOf = held.slice(0, size);
  const columns = new Map<MatchField, Interned>();
  for (const [field, { ids, texts }] of raw) columns.set(field, { ids: idsAt(rowOf, ids), texts });
  return { size, rowOf, recordOf, columns };
}
