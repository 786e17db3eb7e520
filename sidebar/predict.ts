import type { ActArgs, ActKind, PanelItem, PanelStart } from '../src/panel/surface';
import { instantOf } from './format';

const HOUR = 3_600_000;

/**
 * What a follow-up will look like after an act, near enough to go on at once; the server's answer takes its place. An
 * act whose end the panel cannot know (undo) leaves it as it is.
 */
export function predict(item: PanelItem, kind: ActKind, args: ActArgs, start: PanelStart, now: number): PanelItem {
  const stages = start.pipelines.find(({ name }) => name === item.pipeline)?.stages ?? [];
  const planned = (day?: string) => (day ? instantOf(day, start.opens) : null);
  const step = {
    ...(args.nextStep !== undefined && { nextStep: args.nextStep }),
    ...(args.nextDate !== undefined && { nextDate: args.nextDate }),
  };
  const enter = (name?: string): Partial<PanelItem> => {
    const stage = stages.find((one) => one.name === name);
    if (!stage) return {};
    const closed = stage.kind === 'won' || stage.kind === 'lost';
    return { status: stage.name, stage: stage.kind, ...(closed && { state: 'closed', due: null }) };
  };
  const met = (): Partial<PanelItem> => ({
    ...(item.stage === 'first' ? enter(stages.find((one) => one.kind === 'open')?.name) : {}),
    ...step,
    state: 'contacted',
    due: planned(args.nextDate),
  });
  const tried = { tries: item.tries + 1, state: 'snoozed', due: now + HOUR };
  const change = ((): Partial<PanelItem> => {
    switch (kind) {
      case 'contacted':
        return met();
      case 'call':
        return args.outcome === 'reached' ? met() : tried;
      case 'tried':
        return tried;
      case 'snooze':
        return { state: 'snoozed', due: args.until ?? item.due };
      case 'reschedule':
        return { ...step, due: planned(args.nextDate) };
      case 'stage':
        return { ...step, ...enter(args.status) };
      case 'won':
      case 'lost':
        return enter(args.status ?? stages.find((one) => one.kind === kind)?.name);
      case 'assign':
        return { owner: args.owner ?? '' };
      case 'edit': {
        const { owner, nextStep, nextDate, priority, status, name, company, phone, email } = args.fields ?? {};
        return {
          ...(name !== undefined && { name }),
          ...(company !== undefined && { company }),
          ...(phone !== undefined && { phone }),
          ...(email !== undefined && { email }),
          ...(owner !== undefined && { owner }),
          ...(nextStep !== undefined && { nextStep }),
          ...(nextDate !== undefined && { nextDate, due: planned(nextDate) ?? item.due }),
          ...(priority !== undefined && { priority }),
          ...(status !== undefined && enter(status)),
        };
      }
      default:
        return {};
    }
  })();
  return { ...item, ...change };
}
