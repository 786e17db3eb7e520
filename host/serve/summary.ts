import type { Json } from '../types';

/** What the sync function of the bundle answers, as far as it is told in the terminal. */
interface SyncAnswer {
  read?: number;
  records?: number;
  people?: number;
  duplicates?: number;
  needsFixing?: number;
  followUps?: { opened?: number; updated?: number; unchanged?: number };
}

/** What a sync did, for the terminal: one line a fact, those it does not know left out. */
export function syncSummary(value: Json): string[] {
  const {
    value: answer,
    calls,
    modelledMs,
    cpuMs,
  } = value as unknown as {
    value: SyncAnswer | null;
    calls: number;
    modelledMs: number;
    cpuMs: number;
  };
  const { read, records, people, duplicates, needsFixing, followUps } = answer ?? {};
  const facts: [string, number | undefined][] = [
    ['rows read', read],
    ['records', records],
    ['people', people],
    ['duplicates', duplicates],
    ['follow-ups opened', followUps?.opened],
    ['follow-ups updated', followUps?.updated],
    ['rows that need fixing', needsFixing],
    ['service calls', calls],
  ];
  const lines = facts
    .filter(([, count]) => count !== undefined)
    .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);
  return [
    'Set up, and synced:',
    ...lines,
    `  ${(modelledMs / 1000).toFixed(1).padStart(6)}  seconds at Google (modelled), ${(cpuMs / 1000).toFixed(1)} here`,
  ];
}
