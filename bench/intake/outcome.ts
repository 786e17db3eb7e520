/** What became of planted values: read rightly, marked (left out or doubted, with a reason), or wrong without a word. */
export interface Outcome {
  what: string;
  total: number;
  right: number;
  marked: number;
  wrong: number;
  /** A few that were not right, for the person who reads the report. */
  examples: string[];
}

/** An outcome with nothing counted yet. */
export function outcome(what: string): Outcome {
  return { what, total: 0, right: 0, marked: 0, wrong: 0, examples: [] };
}

/** Counts one value. `marked`: the reader complained of it. */
export function count(result: Outcome, raw: string, expected: string, actual: string, marked: boolean): void {
  result.total++;
  if (actual === expected) {
    result.right++;
    return;
  }
  if (marked) result.marked++;
  else result.wrong++;
  if (result.examples.length < 12)
    result.examples.push(
      `${JSON.stringify(raw)}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(actual)}${marked ? ', marked' : ', in silence'}`,
    );
}

/** Right values in per cent, to two places. */
export function rightShare(result: Outcome): number {
  return result.total === 0 ? 100 : Math.round((result.right / result.total) * 10000) / 100;
}
