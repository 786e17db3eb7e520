import { defineTable, type TableRow } from '../table';

/**
 * One row for each thing to be done for a person, opened by an order or a lead. Staff's columns stand first, together, so
 * that what a job writes is one block beside them.
 */
export const followedUp = defineTable({
  sheet: 'followed-up',
  about: 'One row for each order or lead that somebody has to follow up: whom to call, why, and by when.',
  key: 'id',
  tab: '#1a66d6',
  columns: {
    status: {
      header: 'Status',
      type: 'choice',
      owner: 'staff',
      width: 110,
      optionsFrom: { sheet: 'pipelines', column: 'Stage' },
      note: 'Yours. Choose where this stands; the words come from the sheet “pipelines”.',
    },
    owner: {
      header: 'Owner',
      type: 'choice',
      owner: 'staff',
      width: 110,
      optionsFrom: { sheet: 'staff', column: 'Name' },
      note: 'Yours. Who takes care of it; the names come from the sheet “staff”.',
    },
    nextDate: {
      header: 'Next follow-up',
      type: 'day',
      owner: 'staff',
      width: 110,
      note: 'Yours. The day of the next step.',
    },
    notes: { header: 'Notes', type: 'text', owner: 'staff', width: 220, note: 'Yours. Anything you want to remember.' },
    state: {
      header: 'Reminder',
      type: 'choice',
      owner: 'system',
      width: 90,
      options: ['pending', 'notified', 'contacted', 'snoozed', 'closed'],
      note: 'pending until somebody is in touch; contacted when the status leaves the first stage; closed when it is won or lost.',
    },
    deadline: { header: 'Contact by', type: 'instant', owner: 'system', width: 130 },
    dueWhy: { header: 'Why then', type: 'text', owner: 'system', width: 180 },
    name: { header: 'Name', type: 'text', owner: 'system', width: 160 },
    company: { header: 'Company', type: 'text', owner: 'system', width: 130 },
    phone: { header: 'Phone', type: 'text', owner: 'system', width: 130 },
    email: { header: 'E-mail', type: 'text', owner: 'system', width: 180 },
    city: { header: 'City', type: 'text', owner: 'system', width: 100 },
    kind: { header: 'Kind', type: 'choice', owner: 'system', width: 60, options: ['order', 'lead'] },
    reference: { header: 'Order or lead', type: 'text', owner: 'system', width: 130 },
    summary: {
      header: 'About',
      type: 'text',
      owner: 'system',
      width: 260,
      note: 'The lines of the order, or what the lead asked.',
    },
    lines: { header: 'Lines', type: 'number', owner: 'system', width: 50, format: '0' },
    amount: { header: 'Amount', type: 'money', owner: 'system', width: 90 },
    currency: { header: 'Currency', type: 'text', owner: 'system', width: 70 },
    sourceStatus: { header: 'Status in source', type: 'text', owner: 'system', width: 110 },
    date: { header: 'Date', type: 'day', owner: 'system', width: 90, note: 'Order date, or the day the lead wrote.' },
    assignedWhy: { header: 'Why this owner', type: 'text', owner: 'system', width: 160 },
    remark: {
      header: 'Remark',
      type: 'text',
      owner: 'system',
      width: 220,
      note: 'What the program noticed: repeats, two customers under one number, rows gone.',
    },
    opened: { header: 'Opened', type: 'instant', owner: 'system', width: 130 },
    contactedAt: { header: 'Contacted at', type: 'instant', owner: 'system', width: 130 },
    pipeline: { header: 'Pipeline', type: 'text', owner: 'system', width: 90 },
    source: { header: 'Source', type: 'text', owner: 'system', width: 110 },
    sourceRow: { header: 'Source row', type: 'link', owner: 'system', width: 80 },
    personId: { header: 'Person id', type: 'text', owner: 'system', width: 90, hidden: true },
    seen: {
      header: 'Seen',
      type: 'text',
      owner: 'system',
      width: 120,
      hidden: true,
      note: 'Staff’s cells as last noticed: how a change typed in a cell is found.',
    },
    id: { header: 'Follow-up id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
    key: { header: 'Source key', type: 'text', owner: 'system', width: 120, hidden: true, identity: true },
  },
  colours: [
    { column: 'state', value: 'pending', past: 'deadline', background: '#fdeceb' },
    { column: 'state', value: 'closed', background: '#f1f3f4' },
    { column: 'state', value: 'contacted', background: '#e6f4ec' },
    { column: 'state', value: 'snoozed', background: '#fff4dc' },
  ],
});

export type FollowUp = TableRow<typeof followedUp>;
