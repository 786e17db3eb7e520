import { crmRows } from '../../bench/match/people';
import type { MatchInput } from '../../src/match/contract';
import { match } from '../../src/match/match';

/** What one script property holds, in bytes. */
const PROPERTY_BYTES = 9_000;
const rows = crmRows(400, 53);
const column = (header: string) => rows.map((row) => row[header] ?? '');
const input: MatchInput = {
  size: rows.length,
  columns: {
    given: column('first'),
    family: column('last'),
    email: column('email'),
    phone: column('phone'),
    address: column('address'),
    city: column('city'),
    region: column('state'),
    postcode: column('zip'),
    company: column('company'),
  },
};

describe('what a match says of itself', () => {
  it('keeps its model small enough for one script property', () => {
    const { model } = match(input, { mode: 'learned' });
    expect(JSON.stringify(model).length).toBeLessThan(PROPERTY_BYTES);
  });

  it('says that customer ids differ, proposes and does not merge', () => {
    const whole = match(input, { mode: 'learned' });
    const b = whole.clusterOf.findIndex(
      (cluster, row) => cluster !== row && whole.holds[row]?.why !== 'the rows are equal',
    );
    const a = whole.clusterOf[b];
    const customerId = rows.map((_, row) => (row === a ? 'C-1' : row === b ? 'C-2' : ''));
    const asked = match({ ...input, columns: { ...input.columns, customerId } }, { mode: 'learned' });
    expect(asked.clusterOf[a]).not.toBe(asked.clusterOf[b]);
    const said = asked.proposals.filter((link) => [link.a, link.b].includes(a) || [link.a, link.b].includes(b));
    expect(said.map((link) => link.why).join('\n')).toMatch(/^customer ids differ; /m);
  });
});
