import { defineTable, type TableRow } from '../table';

/** One row for each person or firm, after matching. */
export const people = defineTable({
  sheet: 'people',
  about: 'One row for each person or firm, with everything that belongs to them.',
  key: 'id',
  tab: '#146c43',
  frozenColumns: 1,
  columns: {
    name: { header: 'Name', type: 'text', owner: 'system', width: 170 },
    company: { header: 'Company', type: 'text', owner: 'system', width: 150 },
    phones: { header: 'Phones', type: 'text', owner: 'system', width: 160 },
    emails: { header: 'E-mails', type: 'text', owner: 'system', width: 220 },
    address: { header: 'Address', type: 'text', owner: 'system', width: 200 },
    city: { header: 'City', type: 'text', owner: 'system', width: 110 },
    country: { header: 'Country', type: 'text', owner: 'system', width: 70 },
    customerIds: { header: 'Customer ids', type: 'text', owner: 'system', width: 110 },
    orders: { header: 'Orders', type: 'number', owner: 'system', width: 60, format: '0' },
    leads: { header: 'Leads', type: 'number', owner: 'system', width: 60, format: '0' },
    total: { header: 'Total ordered', type: 'money', owner: 'system', width: 100 },
    currency: { header: 'Currency', type: 'text', owner: 'system', width: 70 },
    first: { header: 'First seen', type: 'day', owner: 'system', width: 90 },
    last: { header: 'Last seen', type: 'day', owner: 'system', width: 90 },
    why: { header: 'Why one person', type: 'text', owner: 'system', width: 260 },
    remark: { header: 'Remark', type: 'text', owner: 'system', width: 200 },
    id: { header: 'Person id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
    records: {
      header: 'Records',
      type: 'text',
      owner: 'system',
      width: 120,
      hidden: true,
      note: 'Fingerprints of the orders and leads that belong to the person.',
    },
  },
});

export type Person = TableRow<typeof people>;

/** Pairs that look alike: a person decides, also on those that were merged by themselves. */
export const duplicates = defineTable({
  sheet: 'duplicates',
  about: 'Pairs that look like one person; you decide whether they are, also where it was decided for you.',
  key: 'id',
  tab: '#8a5a00',
  columns: {
    decision: {
      header: 'Decision',
      type: 'choice',
      owner: 'staff',
      width: 120,
      options: ['merge', 'keep separate', 'later'],
      note: 'Yours. “merge” and “keep separate” are respected from the next sync on, for good.',
    },
    probability: { header: 'Probability', type: 'number', owner: 'system', width: 80, format: '0%' },
    points: {
      header: 'Points',
      type: 'number',
      owner: 'system',
      width: 60,
      format: '0',
      note: 'Phone 40, e-mail 35, city 15, name 10, of what both have.',
    },
    why: { header: 'Why', type: 'text', owner: 'system', width: 280 },
    nameA: { header: 'Name (1)', type: 'text', owner: 'system', width: 150 },
    contactA: { header: 'Phone, e-mail (1)', type: 'text', owner: 'system', width: 240 },
    nameB: { header: 'Name (2)', type: 'text', owner: 'system', width: 150 },
    contactB: { header: 'Phone, e-mail (2)', type: 'text', owner: 'system', width: 240 },
    outcome: { header: 'Outcome', type: 'text', owner: 'system', width: 180 },
    id: { header: 'Pair id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
    recordA: { header: 'Record (1)', type: 'text', owner: 'system', width: 90, hidden: true },
    recordB: { header: 'Record (2)', type: 'text', owner: 'system', width: 90, hidden: true },
  },
  colours: [
    { column: 'decision', value: 'merge', background: '#e6f4ec' },
    { column: 'decision', value: 'keep separate', background: '#f1f3f4' },
  ],
});

export type Duplicate = TableRow<typeof duplicates>;
