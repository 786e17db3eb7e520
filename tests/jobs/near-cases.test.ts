import fc from 'fast-check';
import type { KeptCase } from '../../src/jobs/kept';
import { nearCases } from '../../src/jobs/near-cases';
import { matchIncremental } from '../../src/match/incremental';
import type { FittedModel } from '../../src/match/model';

const FIELDS = ['customerId', 'name', 'phone', 'email'] as const;

const oneOf = (...values: string[]) => fc.constantFrom('', '', ...values);
const values = fc.tuple(
  oneOf('C1', 'C2', 'C3'),
  oneOf('Ann Lee', 'Bob Ray', 'A. Lee', 'Cid Fox'),
  oneOf('+442079460001', '+442079460002', '+442079460003\n+442079460001'),
  oneOf('a@x.example', 'b@x.example', 'c@x.example'),
);

const inputOf = (rows: readonly (readonly string[])[]) => ({
  size: rows.length,
  columns: Object.fromEntries(FIELDS.map((field, at) => [field, rows.map((row) => row[at])])),
});

/** The people of the fresh rows by what matching says, with the known rows of each. */
function peopleOf(known: readonly KeptCase[], fresh: readonly (readonly string[])[]): string[] {
  const numbers = [...new Set(known.map(({ person }) => person))];
  const { clusterOf } = matchIncremental(
    {
      input: inputOf(known.map((one) => one.values)),
      clusterOf: known.map(({ person }) => numbers.indexOf(person)),
    },
    inputOf(fresh),
    { mode: 'exact', model: null as unknown as FittedModel },
  );
  return fresh.map((_, at) => {
    const cluster = clusterOf[known.length + at];
    const members = known.filter((_one, row) => clusterOf[row] === cluster).map(({ id }) => id);
    const fellows = fresh.flatMap((_one, row) => (clusterOf[known.length + row] === cluster ? [`+${row}`] : []));
    return [...members, ...fellows].sort().join(' ');
  });
}

it('leaves out no case that exact matching would have joined to a new one', () => {
  fc.assert(
    fc.property(
      fc.array(values, { maxLength: 14 }),
      fc.array(values, { minLength: 1, maxLength: 3 }),
      (rows, fresh) => {
        const first = matchIncremental({ input: inputOf([]), clusterOf: [] }, inputOf(rows), {
          mode: 'exact',
          model: null as unknown as FittedModel,
        });
        const known = rows.map(
          (row, at): KeptCase => ({
            id: `F${at}`,
            key: '',
            person: `P${first.clusterOf[at]}`,
            sheet: 'leads',
            rows: [at + 2],
            values: row,
          }),
        );
        const near = nearCases(known, fresh, FIELDS, new Set());
        expect(peopleOf(near, fresh)).toEqual(peopleOf(known, fresh));
      },
    ),
    { numRuns: 300 },
  );
});

it('takes those that people have decided about, and all of their people', () => {
  const one = (id: string, person: string): KeptCase => ({
    id,
    key: '',
    person,
    sheet: 'leads',
    rows: [2],
    values: ['', id, '', ''],
  });
  const known = [one('F1', 'P1'), one('F2', 'P1'), one('F3', 'P3')];
  const near = nearCases(known, [['', 'Zoe', '', '']], FIELDS, new Set(['F1']));
  expect(near.map(({ id }) => id)).toEqual(['F1', 'F2']);
});
