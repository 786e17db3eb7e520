import type { PanelOp } from '../src/panel/surface';

/** Acts that were not sent when a panel was closed, by panel. The browser may bar the storage: then they live as long as the panel. */
const PREFIX = 'crm-acts-';
/** A panel that is open writes again within this time while its acts wait. */
const ALIVE = 30_000;
const OLDEST = 24 * 3_600_000;

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Keeps what waits in this panel, or forgets it when nothing does. */
export function keepActs(session: string, ops: readonly PanelOp[]): void {
  try {
    if (ops.length === 0) storage()?.removeItem(PREFIX + session);
    else storage()?.setItem(PREFIX + session, JSON.stringify({ at: Date.now(), ops }));
  } catch {
    // Full, or barred: the acts still wait in the panel.
  }
}

/** Takes over what other panels, closed since, have left. To send an act twice is harmless: its id is known. */
export function leftActs(): PanelOp[] {
  const left: PanelOp[] = [];
  const kept = storage();
  for (const key of Object.keys(kept ?? {}).filter((one) => one.startsWith(PREFIX))) {
    const { at, ops } = parse(kept?.getItem(key) ?? '');
    const age = Date.now() - at;
    if (age < ALIVE) continue;
    kept?.removeItem(key);
    if (age < OLDEST) left.push(...ops);
  }
  return left;
}

function parse(text: string): { at: number; ops: PanelOp[] } {
  try {
    const { at, ops } = JSON.parse(text) as { at: unknown; ops: unknown };
    return { at: Number(at), ops: Array.isArray(ops) ? ops : [] };
  } catch {
    return { at: 0, ops: [] };
  }
}
