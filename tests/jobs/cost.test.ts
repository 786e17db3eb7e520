import { measureAt } from '../../bench/cost/measure';

/** Counts repeat from run to run, seconds do not: they hold the time of this machine. */
describe('what a sync costs, at 2,500 rows', () => {
  const costs = new Map(measureAt(2500).map((cost) => [cost.what, cost]));
  const of = (what: string) => {
    const cost = costs.get(what);
    if (!cost) throw new Error(`“${what}” was not measured.`);
    return cost;
  };

  it.each([
    ['second sync', 6],
    ['20 new rows', 12],
    ['500 edits, strewn', 25],
    ['500 edits, together', 25],
    ['idle tick', 3],
  ])('%s: at most %i calls, in one run', (what, calls) => {
    expect(of(what).runs).toBe(1);
    expect(of(what).calls).toBeLessThanOrEqual(calls);
  });

  it('follows what changed, not what is there', () => {
    expect(of('second sync').cellsWritten).toBe(0);
    expect(of('20 new rows').cellsRead).toBeLessThan(of('first sync').cellsWritten / 10);
    expect(of('20 new rows').cellsWritten).toBeLessThan(of('first sync').cellsWritten / 50);
    expect(of('500 edits, strewn').cellsWritten).toBeLessThan(of('first sync').cellsWritten / 5);
    expect(of('500 edits, together').cellsRead).toBeLessThan(of('500 edits, strewn').cellsRead / 2);
  });
});
