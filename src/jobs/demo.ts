import { splitKey, unsealKey } from '../followup/case';
import { recordsOf } from '../followup/persons';
import { rowRuns } from '../workbook/cover';
import { readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { sources } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { ensureSource } from './add-lead';
import { holding } from './hold';
import { markEdit } from './marks';
import { Office } from './office';
import type { Services } from './ports';

/** The sheet of leads to try the panel with. */
export const DEMO = 'demo-leads';

const HEADERS = ['Name', 'Phone', 'E-mail', 'City', 'What they ask'];

/** As messy as life: a repeat, a swapped name, a phone that cannot be. */
const ROWS = [
  ['Ana Silva', '+351 912 345 678', 'ana.silva@example.com', 'Porto', 'Price for 20 chairs'],
  ['SILVA, Ana', '00351912345678', 'ANA.SILVA@example.com', 'porto', 'Chairs, please call'],
  ['Omar Khan', '+44 20 7946 0958', 'omar@example.org', 'London', 'Delivery to a third floor?'],
  ['Marie Dupont', '+33 1 99 00 12 34', 'marie.dupont@example.net', 'Lyon', 'A table for eight'],
  ['Jon Smith', '+1 212 555 0142', 'jon@example.com', 'New York', 'Quote for an office'],
  ['Li Wei', '', 'li.wei@example.org', 'Singapore', 'Is it in stock?'],
  ['Nobody', '123', '', '', 'A row that cannot be used: see needs-fixing'],
];

/** Puts the demo leads in. */
export function addDemo(services: Services): void {
  holding(services, () => {
    const { workbook } = services;
    ensureSource(services, DEMO, HEADERS, 'in turn');
    if (workbook.rowCount(DEMO) <= 1)
      workbook.writeBlock(
        DEMO,
        2,
        1,
        ROWS.map((row) => row.map((cell) => (/^\+|^0|^123/.test(cell) ? `'${cell}` : cell))),
      );
    markEdit(services.properties, DEMO, 2, ROWS.length);
    workbook.flush();
  });
}

/** Takes out the demo leads and everything that came of them; what they share with others stays. */
export function removeDemo(services: Services): void {
  holding(services, () => {
    const { workbook } = services;
    const { zone } = new Office(services);
    const read = <C extends Record<string, Column>>(table: Table<C>) =>
      readTable(table, workbook.read(table.sheet) ?? [], zone);
    const drop = <C extends Record<string, Column>>(table: Table<C>, goes: (row: RowOf<C>) => boolean) => {
      const rows = read(table)
        .rows.filter(({ values }) => goes(values))
        .map(({ at }) => at);
      for (const { row, count } of rowRuns(rows)) workbook.deleteRows(table.sheet, row, count);
    };
    drop(sources, ({ sheet }) => sheet === DEMO);
    if (workbook.sheetId(DEMO) !== null && workbook.rowCount(DEMO) > 1)
      workbook.deleteRows(DEMO, 2, workbook.rowCount(DEMO) - 1);
    const demo = new Set(
      read(followedUp)
        .rows.filter(({ values }) => splitKey(unsealKey(values.id, values.key))?.sheet === DEMO)
        .map(({ values }) => values.id),
    );
    drop(followedUp, ({ id }) => demo.has(id));
    drop(people, (person) => person.records !== '' && recordsOf(person).every((id) => demo.has(id)));
    drop(duplicates, ({ recordA, recordB }) => demo.has(recordA) || demo.has(recordB));
    drop(needsFixing, ({ place }) => place.text.startsWith(DEMO));
    for (const { sheet } of [sources, followedUp]) markEdit(services.properties, sheet, 1, 1);
    workbook.flush();
  });
}
