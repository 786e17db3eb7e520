import { type ReadBook, readBook } from '../workbook/pages';
import { findChanges, isLate, readSynced, type Synced } from './find-changes';
import { formerRun } from './intent';
import { readKept } from './kept';
import { partedEntries } from './parted';
import { type Delta, planChanges } from './plan-changes';
import { planSync, type SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { readSources, type WholeSource } from './read-sources';
import { retractedEntries } from './retracted';
import { readSince } from './since-book';
import type { State } from './state';

/** What follows from what has changed since the last sync. */
export interface ChangesDecided {
  synced: Synced;
  /** Null when nothing has changed. */
  found: { delta: Delta; book: ReadBook; since: string } | null;
}

/** Looks at what has changed only, and decides what follows; writes nothing. Null when everything has to be read. */
export function decideChanges(services: Services, now: number): ChangesDecided | null {
  const { properties, workbook } = services;
  const synced = readSynced(properties);
  if (!synced || formerRun(properties)) return null;
  const changes = findChanges(services, synced, now);
  if (!changes) return null;
  const late = isLate(synced.complaintsSince, now);
  if (changes.sources.size + changes.followed.length === 0 && !late) return { synced, found: null };
  const book = readBook(workbook, 'sync');
  if (book?.stamp !== synced.stamp) return null;
  const since = readSince(properties, synced.stamp);
  const delta = planChanges(services, changes, readKept(book.text + since), now);
  return delta && { synced, found: { delta, book, since } };
}

/** Reads all sources and decides what follows from everything; writes nothing. */
export function decideAll(services: Services, state: State, now: number): { readings: WholeSource[]; plan: SyncPlan } {
  const readings = readSources(services.workbook, state.configuration, state.zone, now);
  const plan = planSync(state, readings, now);
  plan.entries.push(...partedEntries(services, state, plan));
  plan.entries.push(...retractedEntries(services, state, plan.entries));
  return { readings, plan };
}
