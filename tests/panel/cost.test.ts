import type { PanelItem } from '../../src/panel/surface';
import { bigOffice, LATER, Panel } from './big-office';

/** Counts repeat from run to run; modelled time holds the time of this machine, so that of the services alone is looked at. */
const servicesMs = ({ cost }: Panel) => cost.modelledMs - cost.cpuMs;

/** What each call of the panel costs at so many rows: calls, and milliseconds that Google's services take. */
function costsAt(rows: number): Map<string, { calls: number; ms: number; letters: number }> {
  const panel = new Panel(bigOffice(rows));
  const costs = new Map<string, { calls: number; ms: number; letters: number }>();
  const note = <T>(what: string, answer: T): T => {
    costs.set(what, { calls: panel.cost.calls, ms: servicesMs(panel), letters: JSON.stringify(answer).length });
    return answer;
  };
  panel.cost = panel.host.run('openPanel', { startedBy: 'menu' });
  note('open from the menu', '');
  const [tried, contacted, lost, other] = note('open', panel.start()).items as [
    PanelItem,
    PanelItem,
    PanelItem,
    PanelItem,
  ];
  note('nothing new', panel.since());
  note('tried', panel.act('tried', tried));
  note('contacted', panel.act('contacted', contacted, { nextStep: 'call', nextDate: '2026-11-05' }));
  note('lost', panel.act('lost', lost, { text: 'too dear' }));
  note('a note in its cell', panel.act('edit', other, { fields: { notes: 'rings back' } }));
  note('undo', panel.act('undo', { id: '', rev: '' }, { ops: ['one2'] }));
  note('search', panel.ask('search', { text: other.name.slice(0, 4) }));
  note('list', panel.ask('list', { query: { ...LATER, sort: 'name', from: 50 } }));
  note('record', panel.ask('record', { id: other.id }));
  return costs;
}

describe('what the panel costs', () => {
  const few = costsAt(1500);
  const many = costsAt(3000);

  test.each([
    ['open from the menu', 6, 1500],
    ['open', 6, 1500],
    ['nothing new', 1, 100],
    ['tried', 8, 800],
    ['contacted', 8, 800],
    ['lost', 8, 800],
    ['a note in its cell', 9, 800],
    ['undo', 8, 800],
    ['search', 6, 1000],
    ['list', 6, 1000],
  ])('%s: at most %i calls and %i ms of services, however many rows there are', (what, calls, ms) => {
    const [small, large] = [few.get(what), many.get(what)];
    expect(large?.calls).toBeLessThanOrEqual(calls);
    expect(large?.calls).toBe(small?.calls);
    expect(large?.ms).toBeLessThanOrEqual(ms);
  });

  test('the answers are as long as what is shown, not as what is there', () => {
    for (const what of few.keys()) expect(many.get(what)?.letters).toBeLessThanOrEqual(50_000);
  });
});
