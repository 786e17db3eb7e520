import { distinctRecords } from './columns';
import type { MatchField, MatchInput } from './contract';
import { makeFields } from './fields';
import { type FullResult, toResult } from './found';
import { matchFresh } from './learned';
import { match } from './match';
import type { FittedModel } from './model';
import { haveNamesOnly } from './names-only';
import type { MatchOptions } from './options';
import { preparePoints } from './points';

/** Records whose clusters are known from a former run. */
export interface KnownRecords {
  input: MatchInput;
  /** By row: any number that rows of one cluster have in common. */
  clusterOf: ArrayLike<number>;
}

function joinInputs(known: MatchInput, incoming: MatchInput): MatchInput {
  const columns: MatchInput['columns'] = {};
  for (const field of new Set([...Object.keys(known.columns), ...Object.keys(incoming.columns)]) as Set<MatchField>) {
    const column = (input: MatchInput) => input.columns[field] ?? new Array<string>(input.size).fill('');
    columns[field] = [...column(known), ...column(incoming)];
  }
  return {
    size: known.size + incoming.size,
    columns,
    together: [...(known.together ?? []), ...(incoming.together ?? [])],
    apart: [...(known.apart ?? []), ...(incoming.apart ?? [])],
  };
}

/** Each row of a known cluster with the first row of it. */
function withinClusters({ input, clusterOf }: KnownRecords): [number, number][] {
  const first = new Map<number, number>();
  const pairs: [number, number][] = [];
  for (let row = 0; row < input.size; row++) {
    const known = first.get(clusterOf[row]);
    if (known === undefined) first.set(clusterOf[row], row);
    else pairs.push([known, row]);
  }
  return pairs;
}

/**
 * Finds out whose `incoming` is, among `known` records and among themselves, by the weights of a former run: pairs of known records
 * are not weighed again, and known clusters stay whole, though an incoming record may join two. Rows in the result, and in the
 * decisions of either input, count on from the known ones: row `known.input.size` is the first incoming one. Links are given for
 * clusters that hold incoming records. Where nothing was learned (other modes, names only), all is matched anew.
 */
export function matchIncremental(
  known: KnownRecords,
  incoming: MatchInput,
  options: MatchOptions & { model: FittedModel },
): FullResult {
  const joined = joinInputs(known.input, incoming);
  const inside = withinClusters(known);
  const anew = () => match({ ...joined, together: [...(joined.together ?? []), ...inside] }, options);
  if (options.mode !== 'learned') return anew();
  const records = distinctRecords(joined);
  const fields = makeFields(records);
  if (haveNamesOnly(fields)) return anew();
  const fresh = new Uint8Array(records.size).fill(1);
  for (let row = 0; row < known.input.size; row++) fresh[records.recordOf[row]] = 0;
  const toRecords = (pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([a, b]) => [records.recordOf[a], records.recordOf[b]] as const);
  const decided = { together: toRecords(joined.together ?? []), apart: toRecords(joined.apart ?? []) };
  const points = preparePoints(records, options.points);
  return toResult(matchFresh(records, fields, fresh, toRecords(inside), decided, points, options), records);
}
