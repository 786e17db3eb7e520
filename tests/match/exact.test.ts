import type { MatchInput } from '../../src/match/contract';
import { match } from '../../src/match/match';

function people(rows: [name: string, phone: string, email: string, customerId?: string][]): MatchInput {
  return {
    size: rows.length,
    columns: {
      name: rows.map((row) => row[0]),
      phone: rows.map((row) => row[1]),
      email: rows.map((row) => row[2]),
      customerId: rows.map((row) => row[3] ?? ''),
    },
  };
}

const clusters = (input: MatchInput) => [...match(input, { mode: 'exact' }).clusterOf];

describe('exact matching', () => {
  it.each([
    ['initial', 'J. Smith', 'John Smith'],
    ['nickname', 'Bill Smith', 'William Smith'],
    ['typing error', 'Jon Smith', 'John Smith'],
    ['swapped', 'Smith, John', 'John Smith'],
    ['missing name', '', 'John Smith'],
    ['middle name', 'John Quincy Smith', 'John Smith'],
    ['accents', 'José Łukasz', 'Jose Lukasz'],
  ])('joins one phone with names that go together: %s', (_, a, b) => {
    expect(
      clusters(
        people([
          [a, '+14155550100', ''],
          [b, '+14155550100', ''],
        ]),
      ),
    ).toEqual([0, 0]);
  });

  it('leaves two people on one office line two, and proposes them with the reason', () => {
    const result = match(
      people([
        ['Anna Lee', '+14155550100', ''],
        ['Omar Haddad', '+14155550100', ''],
      ]),
      { mode: 'exact' },
    );
    expect([...result.clusterOf]).toEqual([0, 1]);
    expect(result.proposals).toEqual([
      { a: 0, b: 1, probability: 0.3, points: 80, why: 'same phone; e-mail missing; names differ' },
    ]);
  });

  it('does not chain two people together through an initial', () => {
    const found = clusters(
      people([
        ['John Smith', '5550100100', ''],
        ['J. Smith', '5550100100', ''],
        ['Jane Smith', '5550100100', ''],
      ]),
    );
    expect(found[0]).not.toBe(found[2]);
  });

  it('keeps customers with different ids apart, and joins equal ids whatever else differs', () => {
    const found = clusters(
      people([
        ['Ana Cruz', '5550100100', 'ana@x.com', 'C1'],
        ['Ana Cruz', '5550100100', 'ana@x.com', 'C2'],
        ['A. de la Cruz', '5550100999', 'other@x.com', 'C1'],
      ]),
    );
    expect(found).toEqual([0, 1, 0]);
  });

  it('takes any of several phones in a cell', () => {
    expect(
      clusters(
        people([
          ['Ana Cruz', '5550100100\n5550100101', ''],
          ['Ana Cruz', '5550100101', ''],
        ]),
      ),
    ).toEqual([0, 0]);
  });

  it('says of each row what holds it', () => {
    const { holds } = match(
      people([
        ['Ana Cruz', '5550100100', 'a@x.com'],
        ['Ana Crux', '5550100100', ''],
        ['Bo', '', ''],
      ]),
      {
        mode: 'exact',
      },
    );
    expect(holds[0]?.why).toBe('same phone; e-mail missing; name differs by one letter');
    expect(holds[1]).toEqual(holds[0]);
    expect(holds[2]).toBeNull();
  });

  it('lets a person’s decisions win', () => {
    const rows = people([
      ['Ana Cruz', '5550100100', ''],
      ['Ana Cruz', '5550100100', 'a@x.com'],
      ['Zoe Ng', '', 'z@x.com'],
    ]);
    const result = match({ ...rows, apart: [[0, 1]], together: [[1, 2]] }, { mode: 'exact' });
    expect([...result.clusterOf]).toEqual([0, 1, 1]);
  });
});
