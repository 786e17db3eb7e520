import type { Deed } from './deeds';
import { readNews } from './news';
import type { Op } from './op';
import type { Services } from './ports';
import { readRev } from './revision';

/** The follow-ups that acts are about, and the row in which each was last seen; 0: nothing is known. */
export function hintsOf({ properties }: Services, ops: readonly Op[], deeds: readonly Deed[]): Map<string, number> {
  const { rows, shift } = readNews(properties);
  const hints = new Map<string, number>();
  const hint = (id: string, place: number) => {
    const at = rows.get(id)?.row?.at ?? place;
    if (id !== '') hints.set(id, at === 0 ? (hints.get(id) ?? 0) : at + shift);
  };
  for (const { op, id, rev, kind, args } of ops) {
    for (const one of [{ id, rev }, ...(args.others ?? [])]) hint(one.id, readRev(one.rev).at);
    const names = kind === 'undo' ? (args.ops ?? []) : [op];
    for (const deed of deeds) if (names.includes(deed.op)) hint(deed.id, 0);
  }
  return hints;
}
