import { archive } from '../workbook/tables/archive';
import { sources } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { decideAll, decideChanges } from './decide';
import type { Entry } from './journal';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { missingIn, readState } from './state';

/** Lines of the journal that are shown. */
const SHOWN = 8;

/** Letters of a value that are shown. */
const LETTERS = 60;

/** What the next sync would change, a line for each sheet and the first lines of its journal; writes nothing. */
export function previewSync(services: Services): string[] {
  const plan = planOf(services);
  if (plan === 'set-up')
    return ['The next sync would first make the sheets or columns that are missing: CRM ▸ Set up.'];
  const counts = plan === 'nothing' ? [] : countsOf(plan);
  if (plan === 'nothing' || counts.length === 0) return ['The next sync would change nothing.'];
  const { entries } = plan;
  const rest = entries.length > SHOWN ? [`   and ${entries.length - SHOWN} more`] : [];
  return ['The next sync would change:', ...counts, ...entries.slice(0, SHOWN).map(spell), ...rest];
}

/** As the sync decides. */
function planOf(services: Services): SyncPlan | 'set-up' | 'nothing' {
  const now = services.now();
  const changes = decideChanges(services, now);
  if (changes) return changes.found?.delta.plan ?? 'nothing';
  const state = readState(services.workbook);
  return missingIn(state).length > 0 ? 'set-up' : decideAll(services, state, now).plan;
}

function countsOf(plan: SyncPlan): string[] {
  const tables = [
    [followedUp, plan.followUps],
    [archive, plan.archive],
    [people, plan.people],
    [duplicates, plan.proposals],
    [needsFixing, plan.complaints],
    [sources, plan.sources],
  ] as const;
  return tables.flatMap(([{ sheet }, { inserts, edits, removes }]) => {
    const parts = [
      [inserts.length, 'new'],
      [new Set(edits.map(({ at }) => at)).size, 'changed'],
      [removes.length, 'gone'],
    ].filter(([count]) => count);
    return parts.length === 0 ? [] : `• ${sheet}: ${parts.map((part) => part.join(' ')).join(', ')}`;
  });
}

function spell({ kind, subject, field, before, after }: Entry): string {
  const short = (text: string) => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
  const what = [kind, subject, field].filter((part) => part !== '').join(' · ');
  const change = before === '' ? short(after) : `${short(before)} → ${short(after)}`;
  return `   ${what}${change === '' ? '' : `: ${change}`}`;
}
