import type { Host } from '../../host';
import { columnOf, hostOn, shopBook, shown, syncNow, table } from '../support/product';

const list = (text: string) => text.split('|');

/** The columns of `followed-up` in the order in which they stood when a workbook was set up, by what that edition had. */
const FORMER: Record<string, { columns: string[]; without: Record<string, string[]>; sheets: string[] }> = {
  'no tries, scores or escalation': {
    columns: list(
      'Status|Owner|Next follow-up|Notes|Reminder|Contact by|Why then|Name|Company|Phone|E-mail|City|Kind|Order or lead|About|Lines|Amount|Currency|Status in source|Date|Why this owner|Remark|Opened|Contacted at|Pipeline|Source|Source row|Person id|Seen|Follow-up id|Source key',
    ),
    without: {
      sources: ['Worth'],
      pipelines: list('Touch every|Most days|After that|Move to|Needs'),
      staff: list('Hours|Away|Share|Told by|Quiet hours'),
    },
    sheets: ['escalation', 'archive'],
  },
  'the columns that acts change apart from each other': {
    columns: list(
      'Status|Owner|Next follow-up|Next step|Priority|Reason|Notes|Reminder|Due|Contact by|Why then|Name|Company|Phone|E-mail|City|Kind|Order or lead|About|Lines|Amount|Currency|Status in source|Date|Why this owner|Remark|Opened|Contacted at|Last touch|Last try|Tries|Snoozed until|Next reminder|Last reminder|Reminders|Escalated|In stage since|Score|Why this score|Pipeline|Source|Source row|Person id|Seen|Follow-up id|Source key',
    ),
    without: {},
    sheets: ['archive'],
  },
  'no corrections, and the name in the middle': {
    columns: list(
      'Owner|Priority|Notes|Reason|Status|Next follow-up|Next step|Reminder|Due|Contact by|Why then|Name|Company|Phone|E-mail|City|Kind|Order or lead|About|Lines|Amount|Currency|Status in source|Date|Why this owner|Remark|Opened|Contacted at|Last touch|Last try|Tries|Snoozed until|Next reminder|Last reminder|Reminders|Escalated|In stage since|Score|Why this score|Seen|Pipeline|Source|Source row|Person id|Follow-up id|Source key',
    ),
    without: {},
    sheets: [],
  },
};

const headerOf = (host: Host, sheet: string) => shown(host.book, sheet)[0].filter((header) => header !== '');

/** Gives a sheet the columns that it had, in the order that it had. */
function layAsFormer(host: Host, sheet: string, columns: readonly string[]): void {
  for (const header of headerOf(host, sheet)) {
    if (!columns.includes(header)) host.person.deleteColumns(sheet, columnOf(host.book, sheet, header));
  }
  columns.forEach((header, index) => {
    const from = columnOf(host.book, sheet, header);
    if (from !== index + 1) host.person.moveColumns(sheet, from, 1, index + 1);
  });
}

/** A shop in which staff have worked, as an earlier edition had set it up. */
function earlier({ columns, without, sheets }: (typeof FORMER)[string]): Host {
  const host = hostOn(shopBook({ orders: 10, leads: 6 }, 'exact'), { keepRealm: true });
  syncNow(host);
  for (const { at, 'Follow-up id': id } of table(host.book, 'followed-up'))
    host.person.type('followed-up', Number(at), columnOf(host.book, 'followed-up', 'Notes'), `note of ${id}`);
  const [first] = table(host.book, 'followed-up');
  host.person.type('followed-up', Number(first.at), columnOf(host.book, 'followed-up', 'Owner'), 'Marta');
  syncNow(host);
  layAsFormer(host, 'followed-up', columns);
  for (const [sheet, gone] of Object.entries(without))
    layAsFormer(
      host,
      sheet,
      headerOf(host, sheet).filter((header) => !gone.includes(header)),
    );
  for (const sheet of sheets) host.book.removeSheet(host.book.sheet(sheet));
  return host;
}

const STAFFS = ['Owner', 'Status', 'Next follow-up', 'Notes', 'Name', 'Source key'];

const kept = (host: Host) =>
  Object.fromEntries(
    table(host.book, 'followed-up').map((row) => [row['Follow-up id'], STAFFS.map((header) => row[header])]),
  );

describe('a workbook that an earlier edition had set up', () => {
  const today = hostOn(shopBook({ orders: 2, leads: 1 }, 'exact'), { keepRealm: true });
  syncNow(today);

  it.each(Object.entries(FORMER))('%s: gets what it lacks, and keeps the order of its columns', (_, former) => {
    const host = earlier(former);
    const before = kept(host);
    expect(Object.keys(before).length).toBeGreaterThan(8);
    host.advance(60_000);
    syncNow(host);
    expect(kept(host)).toEqual(before);
    const columns = headerOf(host, 'followed-up');
    expect(columns.slice(0, former.columns.length)).toEqual(former.columns);
    for (const sheet of ['followed-up', 'sources', 'pipelines', 'staff', 'escalation', 'archive'])
      expect({ sheet, columns: headerOf(host, sheet).sort() }).toEqual({
        sheet,
        columns: headerOf(today, sheet).sort(),
      });
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
  });
});
