import type { TableChange } from '../workbook/diff';

/**
 * A change by the rows as they stand now. Edits and removals of rows that are gone are left out, as are those of rows that
 * have no id of their own and were moved: they cannot be found. Of rows with one id, nobody knows which is left.
 * @param before the ids by row, as they were read
 * @param ids the column of the ids as it stands, row 1 first
 */
export function placeChange<R>(
  change: TableChange<R>,
  before: ReadonlyMap<number, string>,
  ids: readonly string[],
): TableChange<R> {
  if ([...before].every(([at, id]) => ids[at - 1] === id)) return change;
  const places = new Map<string, number>();
  const twice = new Set<string>();
  ids.forEach((id, index) => {
    if (places.has(id)) twice.add(id);
    places.set(id, index + 1);
  });
  const met = new Set<string>();
  for (const id of before.values()) (met.has(id) ? twice : met).add(id);
  const placeOf = (at: number): number[] => {
    const id = before.get(at) ?? '';
    const place = places.get(id);
    return id === '' || twice.has(id) || place === undefined ? [] : [place];
  };
  return {
    ...change,
    edits: change.edits.flatMap((edit) => placeOf(edit.at).map((at) => ({ ...edit, at }))),
    removes: change.removes.flatMap(placeOf),
    standing: new Map([...change.standing].flatMap(([at, row]) => placeOf(at).map((place) => [place, row]))),
  };
}
