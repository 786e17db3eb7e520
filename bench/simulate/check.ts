import type { ScriptProject } from '../../host';
import { deleteLines } from '../../host/workbook/structure';
import { followUps, gridOf, has, hostOn, recordsOf, runQuietly, STAFF, TAG, type World } from './world';

type Record_ = Record<string, string> & { at: number };

/** Columns that follow from the sources alone. */
const FROM_SOURCE = [
  'Name',
  'Company',
  'E-mail',
  'City',
  'Kind',
  'Order or lead',
  'About',
  'Lines',
  'Amount',
  'Currency',
  'Status in source',
  'Date',
  'Pipeline',
  'Source',
  'Source row',
];

const MANAGED = { people: 'Person id', duplicates: 'Pair id', 'needs-fixing': 'Complaint id', activity: 'Activity id' };

const keyOf = (record: Record_) => (record['Source key'] ?? '').replace(/^\S+: /, '').trim();

/** What must hold of the workbook once a quiet sync has come after whatever happened; what does not, in words. */
export function faultsOf(world: World, script: ScriptProject): string[] {
  const faults = [...world.ledger.trouble];
  const book = world.host.book;
  const grid = followUps(book);
  if (!grid) return [...faults, 'There is no sheet “followed-up”.'];
  const rows = recordsOf(grid);
  faults.push(...twice('followed-up', rows, 'Follow-up id'));
  for (const [sheet, id] of Object.entries(MANAGED)) {
    if (!has(book, sheet)) faults.push(`There is no sheet “${sheet}”.`);
    faults.push(...twice(sheet, recordsOf(gridOf(book, sheet, id)), id));
  }
  const headers = grid.header.filter((title) => title !== '' && !title.endsWith('(ours)'));
  for (const title of headers.filter((one, index) => headers.indexOf(one) < index))
    faults.push(`Two columns “${title}”.`);
  for (const row of rows) if (!row['Follow-up id']) faults.push(`Row ${row.at} has no id: ${row.Name}`);
  faults.push(...staffFaults(world, rows), ...sourceFaults(world, rows, script), ...orderFaults(world, rows));
  if (!world.ledger.journalTouched) faults.push(...journalFaults(world));
  return faults;
}

function twice(sheet: string, rows: readonly Record_[], id: string): string[] {
  const met = new Set<string>();
  return rows.flatMap((row) => {
    const name = row[id];
    if (!name || !met.has(name)) {
      met.add(name);
      return [];
    }
    return [`“${sheet}” has ${name} twice.`];
  });
}

/** Staff's cells, their own column and the rows that they typed. */
function staffFaults({ ledger }: World, rows: readonly Record_[]): string[] {
  const faults: string[] = [];
  const byTag = new Map(rows.filter((row) => row[TAG]).map((row) => [row[TAG], row]));
  if (byTag.size < rows.filter((row) => row[TAG]).length) faults.push(`Tags stand twice.`);
  for (const { tag, id, cells } of ledger.rows.values()) {
    const row = byTag.get(tag);
    if (!row) faults.push(`The row ${tag} (${id}) is gone.`);
    else {
      if (id !== '' && row['Follow-up id'] !== id) faults.push(`${tag} was ${id} and is ${row['Follow-up id']}.`);
      for (const header of STAFF) {
        if (!cells[header].includes(row[header] ?? ''))
          faults.push(`${tag} (${id}), ${header}: “${row[header]}” instead of “${cells[header].join('” or “')}”.`);
      }
    }
  }
  const names = rows.map(({ Name }) => Name);
  for (const name of ledger.typed) {
    const count = names.filter((one) => one === name).length;
    if (count !== 1) faults.push(`“${name}”, typed by hand, stands ${count} times.`);
  }
  return faults;
}

/** One follow-up for each order and lead, as a workbook says that meets the same sources for the first time. */
function sourceFaults(world: World, rows: readonly Record_[], script: ScriptProject): string[] {
  const faults: string[] = [];
  const wanted = new Map(freshly(world, script).map((row) => [keyOf(row), row]));
  const ours = rows.filter(
    (row) => !/\bGone from the source\./.test(row.Remark ?? '') && keyOf(row).replace(/[| ]/g, '') !== '',
  );
  const met = new Set<string>();
  for (const row of ours) {
    const key = keyOf(row);
    const fresh = wanted.get(key);
    if (met.has(key)) faults.push(`Two follow-ups for ${key}.`);
    met.add(key);
    if (!fresh) faults.push(`No source has ${key} (row ${row.at}).`);
    for (const header of fresh ? FROM_SOURCE : []) {
      if (fresh && fresh[header] !== row[header])
        faults.push(`${row['Follow-up id']}, ${header}: “${row[header]}” instead of “${fresh[header]}”.`);
    }
  }
  for (const key of wanted.keys()) if (!met.has(key)) faults.push(`No follow-up for ${key}.`);
  return faults;
}

/** The follow-ups of the same sources in a workbook that has never seen a sync. */
function freshly({ host, shape }: World, script: ScriptProject): Record_[] {
  const book = host.book.clone();
  for (const [name, id] of Object.entries({ 'followed-up': 'Follow-up id', ...MANAGED })) {
    const grid = gridOf(book, name, id);
    if (!grid) continue;
    const sheet = book.sheet(name);
    const count = sheet.lastRow() - grid.headerRow;
    if (count > 0) {
      if (sheet.maxRows <= grid.headerRow + count) sheet.ensureSize(sheet.maxRows + 1, 1);
      deleteLines(sheet, 'rows', grid.headerRow + 1, count);
    }
  }
  const fresh = hostOn(script, book, shape, { now: host.now });
  const result = runQuietly(fresh, 'syncNow');
  if (!result.ok) throw new Error(`The model's own sync failed: ${result.error?.message}\n${result.error?.stack}`);
  return recordsOf(followUps(book));
}

/** Orders that the day itself has typed in: known without asking the program. */
function orderFaults({ ledger }: World, rows: readonly Record_[]): string[] {
  return [...ledger.orders].flatMap(([reference, { name, quantity }]) => {
    const found = rows.filter(
      (row) => row['Order or lead'] === reference && row.Source === 'order-update' && !/Gone from/.test(row.Remark),
    );
    if (found.length !== 1) return [`The order ${reference} has ${found.length} follow-ups.`];
    const [row] = found;
    return [
      ...(row.Name === name ? [] : [`The order ${reference} is for “${row.Name}” instead of “${name}”.`]),
      ...(row.About.includes(quantity) ? [] : [`The order ${reference} is about “${row.About}”, not ${quantity}.`]),
    ];
  });
}

/** Every change of staff's cells stands in the journal, each once, and each begins where the last one ended. */
function journalFaults({ host, ledger }: World): string[] {
  // Newest on top, unless somebody has sorted them.
  const lines = recordsOf(gridOf(host.book, 'activity', 'Activity id')).reverse();
  lines.sort((a, b) => a.Time.localeCompare(b.Time));
  const faults: string[] = [];
  for (const { id, tag, begun, cells } of ledger.rows.values()) {
    if (id === '') continue;
    for (const header of STAFF) {
      const told = lines.filter((line) => line.Entity === id && line.Field === header && line.What === 'changed');
      const [last] = told.slice(-1);
      const ends = told.filter((line) => line === last || (ledger.journalSorted && line.Time === last.Time));
      const stands = last?.After ?? begun[header];
      if (![stands, ...ends.map(({ After }) => After)].some((one) => cells[header].includes(one)))
        faults.push(
          `activity ends with ${tag} (${id}), ${header}: “${stands}” instead of “${cells[header].join('” or “')}”.`,
        );
    }
  }
  return faults;
}
