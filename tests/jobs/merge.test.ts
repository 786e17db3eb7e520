import fc from 'fast-check';
import { columnOf, hostOn, shown, syncNow, table, workbookOf } from '../support/product';

const LINES = ['+351912345678', '+351912345679', ''];
const NAMES = ['Ana Silva', 'Rui Costa', 'Eva Okri', 'Ben Okri', 'A. Silva', 'Ana Costa'];

/** People of whom some share a phone or an e-mail, so that many pairs are proposed and some are merged at once. */
const leads = fc.uniqueArray(
  fc
    .record({ name: fc.constantFrom(...NAMES), phone: fc.constantFrom(...LINES), office: fc.boolean() })
    .map(({ name, phone, office }) => [
      name,
      phone,
      office ? 'office@example.org' : `${name.replace(/\W/g, '').toLowerCase()}@example.org`,
    ]),
  { minLength: 4, maxLength: 7, selector: (row) => row.join() },
);

/** A pair to be merged (by its place among those that nobody has decided), and how that is taken back. */
const merges = fc.array(
  fc.record({ nth: fc.nat(9), back: fc.constantFrom('', 'later', 'keep separate'), order: fc.nat(99) }),
  { minLength: 1, maxLength: 3 },
);

describe('merging, and taking it back', () => {
  it('gives back the same cells, whoever was merged and in whatever order it is taken back', () => {
    let merged = 0;
    fc.assert(
      fc.property(leads, merges, (rows, decisions) => {
        const book = workbookOf({
          settings: [
            ['Setting', 'Value', 'What it does'],
            ['Matching', 'exact', ''],
          ],
          leads: [['Name', 'Phone', 'E-mail'], ...rows],
        });
        const host = hostOn(book, { keepRealm: true });
        syncNow(host);
        const cells = () => [shown(book, 'people'), shown(book, 'followed-up')];
        const before = cells();
        const decide = (id: string, text: string) => {
          const { at } = table(book, 'duplicates').find((row) => row['Pair id'] === id)!;
          host.person.type('duplicates', Number(at), columnOf(book, 'duplicates', 'Decision'), text);
        };
        const open = table(book, 'duplicates').filter((row) => row.Outcome !== 'merged by itself');
        const chosen = new Map(
          open.length === 0 ? [] : decisions.map((one) => [open[one.nth % open.length]['Pair id'], one]),
        );
        for (const id of chosen.keys()) decide(id, 'merge');
        syncNow(host);
        const inOrder = [...chosen].sort(([, a], [, b]) => a.order - b.order);
        if (chosen.size > 0) {
          expect(cells()).not.toEqual(before);
          merged++;
        }
        for (const [id, { back }] of inOrder) {
          decide(id, back);
          syncNow(host);
        }
        expect(cells()).toEqual(before);
        expect(syncNow(host).written.cells).toBe(0);
      }),
      { numRuns: 8 },
    );
    expect(merged).toBeGreaterThan(3);
  });
});
