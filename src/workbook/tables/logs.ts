import { defineTable, type TableRow } from '../table';

/** What cannot be used as it stands, with the way to mend it; mended rows leave by themselves. */
export const needsFixing = defineTable({
  sheet: 'needs-fixing',
  about:
    'Cells that could not be read or used, with what is wrong and what to do. Rows leave by themselves once mended.',
  key: 'id',
  tab: '#b3261e',
  columns: {
    severity: { header: 'How bad', type: 'choice', owner: 'system', width: 90, options: ['error', 'doubt', 'note'] },
    place: { header: 'Where', type: 'link', owner: 'system', width: 150 },
    field: { header: 'Column', type: 'text', owner: 'system', width: 120 },
    value: { header: 'What stands there', type: 'text', owner: 'system', width: 200 },
    message: { header: 'What is wrong', type: 'text', owner: 'system', width: 280 },
    remedy: { header: 'What to do', type: 'text', owner: 'system', width: 320 },
    id: { header: 'Complaint id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
  },
  colours: [{ column: 'severity', value: 'error', background: '#fdeceb' }],
});

export type Complaint = TableRow<typeof needsFixing>;

/** The journal: every change with before and after, newest on top. */
export const activity = defineTable({
  sheet: 'activity',
  about: 'The journal: every change that the program or a person made, newest on top.',
  key: 'id',
  columns: {
    time: { header: 'Time', type: 'instant', owner: 'system', width: 130 },
    who: { header: 'Who', type: 'text', owner: 'system', width: 150 },
    kind: { header: 'What', type: 'text', owner: 'system', width: 110 },
    subject: { header: 'About', type: 'text', owner: 'system', width: 180 },
    field: { header: 'Field', type: 'text', owner: 'system', width: 110 },
    before: { header: 'Before', type: 'text', owner: 'system', width: 180 },
    after: { header: 'After', type: 'text', owner: 'system', width: 180 },
    why: { header: 'Why', type: 'text', owner: 'system', width: 260 },
    entity: { header: 'Entity', type: 'text', owner: 'system', width: 90, hidden: true },
    id: { header: 'Activity id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
  },
});

export type Activity = TableRow<typeof activity>;

/** One row for each source and run in which something changed. */
export const importLog = defineTable({
  sheet: 'import-log',
  about: 'One row for each run and source in which something changed: what was read, opened and refused.',
  key: 'id',
  columns: {
    time: { header: 'Time', type: 'instant', owner: 'system', width: 130 },
    source: { header: 'Source', type: 'text', owner: 'system', width: 130 },
    status: {
      header: 'Status',
      type: 'choice',
      owner: 'system',
      width: 90,
      options: ['completed', 'unfinished', 'failed'],
    },
    rows: { header: 'Rows read', type: 'number', owner: 'system', width: 80, format: '0' },
    records: { header: 'Records', type: 'number', owner: 'system', width: 80, format: '0' },
    opened: { header: 'Opened', type: 'number', owner: 'system', width: 70, format: '0' },
    updated: { header: 'Updated', type: 'number', owner: 'system', width: 70, format: '0' },
    repeats: { header: 'Repeated rows', type: 'number', owner: 'system', width: 90, format: '0' },
    complaints: { header: 'Need fixing', type: 'number', owner: 'system', width: 90, format: '0' },
    details: { header: 'Details', type: 'text', owner: 'system', width: 360 },
    by: { header: 'Started by', type: 'text', owner: 'system', width: 150 },
    id: { header: 'Run id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
  },
  colours: [{ column: 'status', value: 'failed', background: '#fdeceb' }],
});

export type ImportLine = TableRow<typeof importLog>;

/** Errors and events of the program itself, newest on top. */
export const systemLog = defineTable({
  sheet: 'system-log',
  about: 'What the program has to say about itself: errors, recoveries, upgrades; newest on top.',
  key: 'id',
  columns: {
    time: { header: 'Time', type: 'instant', owner: 'system', width: 130 },
    level: { header: 'Level', type: 'choice', owner: 'system', width: 70, options: ['info', 'warning', 'error'] },
    where: { header: 'Where', type: 'text', owner: 'system', width: 110 },
    code: { header: 'Code', type: 'text', owner: 'system', width: 130 },
    message: { header: 'Message', type: 'text', owner: 'system', width: 480 },
    id: { header: 'Log id', type: 'text', owner: 'system', width: 90, hidden: true, identity: true },
  },
  colours: [{ column: 'level', value: 'error', background: '#fdeceb' }],
});

export type SystemLine = TableRow<typeof systemLog>;
