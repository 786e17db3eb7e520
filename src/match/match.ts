import { distinctRecords } from './columns';
import type { MatchInput } from './contract';
import { matchExactly } from './exact';
import { makeFields } from './fields';
import { type FullResult, toResult } from './found';
import { matchLearned } from './learned';
import { haveNamesOnly, matchNames } from './names-only';
import type { MatchOptions } from './options';
import { preparePoints } from './points';
import { matchByPoints } from './points-mode';

export type { FullResult } from './found';

/**
 * Finds out which records are one person's (or one firm's). The result does not depend on the order of the records; what a
 * person has merged (`together`) or kept separate (`apart`) is respected before anything else, and where the two contradict
 * each other, *keep separate* wins.
 */
export function match(input: MatchInput, options: MatchOptions): FullResult {
  const records = distinctRecords(input);
  const toRecords = (pairs: MatchInput['together'] = []) =>
    pairs.map(([a, b]) => [records.recordOf[a], records.recordOf[b]] as const);
  const decided = { together: toRecords(input.together), apart: toRecords(input.apart) };
  const points = preparePoints(records, options.points);
  if (options.mode === 'exact') return toResult(matchExactly(records, decided, points), records);
  if (options.mode === 'points') return toResult(matchByPoints(records, decided, points, options), records);
  const fields = makeFields(records);
  if (haveNamesOnly(fields)) return toResult(matchNames(fields, decided, points, options), records);
  const { found, model } = matchLearned(records, fields, decided, points, options);
  return { ...toResult(found, records), model };
}
