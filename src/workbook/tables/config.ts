import { defineTable, type TableRow } from '../table';
import { PIPELINE_PRESETS } from './pipeline-presets';

/** Where rows come from: one line for each sheet that is read. */
export const sources = defineTable({
  sheet: 'sources',
  about:
    'Which sheets are read, how their columns are understood, when a follow-up opens, when it is due and who gets it.',
  key: 'sheet',
  tab: '#667085',
  columns: {
    on: {
      header: 'On',
      type: 'flag',
      owner: 'staff',
      width: 45,
      options: ['yes', 'no'],
      note: 'yes: this sheet is read.',
    },
    sheet: { header: 'Sheet', type: 'text', owner: 'staff', width: 140 },
    kind: { header: 'Holds', type: 'choice', owner: 'staff', width: 80, options: ['orders', 'leads'] },
    opens: {
      header: 'Opens a follow-up',
      type: 'text',
      owner: 'staff',
      width: 150,
      note: '“always”, or the order statuses at which one opens, with commas between: “delivered, returned”.',
    },
    due: {
      header: 'Due',
      type: 'text',
      owner: 'staff',
      width: 130,
      note: '“5 minutes”, “2 hours”, “3 days”, “next working day”. Minutes and hours count in working hours.',
    },
    dueFrom: {
      header: 'Counted from',
      type: 'choice',
      owner: 'staff',
      width: 110,
      options: ['arrival', 'order date', 'ship date', 'lead date', 'due date'],
    },
    owner: {
      header: 'Goes to',
      type: 'text',
      owner: 'staff',
      width: 110,
      note: '“in turn” (whoever has had fewest), “fewest open”, “random”, “nobody”, or names from “staff”. By a field: “city=Porto: Ana; else in turn”.',
    },
    worth: {
      header: 'Worth',
      type: 'number',
      owner: 'staff',
      width: 60,
      format: '0',
      note: '0 to 100: how much the score of what comes from here counts. Empty: 50.',
    },
    pipeline: {
      header: 'Pipeline',
      type: 'choice',
      owner: 'staff',
      width: 90,
      optionsFrom: { sheet: 'pipelines', column: 'Pipeline' },
    },
    every: { header: 'Minutes between readings', type: 'number', owner: 'staff', width: 90, format: '0' },
    country: {
      header: 'Country',
      type: 'text',
      owner: 'staff',
      width: 70,
      note: 'Two letters, for phones without a country. Empty: as in “settings”.',
    },
    currency: { header: 'Currency', type: 'text', owner: 'staff', width: 75 },
    required: {
      header: 'Required',
      type: 'text',
      owner: 'staff',
      width: 150,
      note: 'Fields without which a row cannot be used, with commas; “phone or email” means one of them.',
    },
    dates: {
      header: 'Dates are',
      type: 'choice',
      owner: 'staff',
      width: 90,
      options: ['day first', 'month first', 'year first'],
    },
    corrections: {
      header: 'Your corrections',
      type: 'text',
      owner: 'staff',
      width: 200,
      note: 'What a column really is: “Tel 2 = phone; Ref = ignore”. Yours wins, and stays.',
    },
    columns: { header: 'How the columns were understood', type: 'text', owner: 'system', width: 380 },
    remarks: { header: 'What was noticed', type: 'text', owner: 'system', width: 380 },
    rows: { header: 'Rows', type: 'number', owner: 'system', width: 60, format: '0' },
  },
});

export type SourceRow = TableRow<typeof sources>;

const stageRows = Object.entries(PIPELINE_PRESETS).flatMap(([pipeline, stages]) =>
  stages.map(([stage, kind, alsoCalled = ''], index) => ({ pipeline, stage, kind, order: index + 1, alsoCalled })),
);

/** The stages of each pipeline, in order. */
export const pipelines = defineTable({
  sheet: 'pipelines',
  about: 'The stages a follow-up goes through; as many pipelines as you like.',
  key: 'stage',
  tab: '#667085',
  columns: {
    pipeline: { header: 'Pipeline', type: 'text', owner: 'staff', width: 110 },
    order: { header: 'Order', type: 'number', owner: 'staff', width: 60, format: '0' },
    stage: { header: 'Stage', type: 'text', owner: 'staff', width: 150 },
    kind: {
      header: 'Means',
      type: 'choice',
      owner: 'staff',
      width: 80,
      options: ['first', 'open', 'won', 'lost'],
      note: 'first: waiting for contact. open: going on. won, lost: closed.',
    },
    alsoCalled: {
      header: 'Also called',
      type: 'text',
      owner: 'staff',
      width: 200,
      note: 'Other spellings, with commas.',
    },
    every: {
      header: 'Touch every',
      type: 'number',
      owner: 'staff',
      width: 80,
      format: '0',
      note: 'Working days from one touch to the next, where no next follow-up is set.',
    },
    maxDays: {
      header: 'Most days',
      type: 'number',
      owner: 'staff',
      width: 80,
      format: '0',
      note: 'Working days that a follow-up may stay in this stage.',
    },
    overstay: {
      header: 'After that',
      type: 'choice',
      owner: 'staff',
      width: 90,
      options: ['flag', 'remind', 'move'],
      note: 'flag: the remark says so. remind: it is due. move: to the stage beside.',
    },
    next: { header: 'Move to', type: 'text', owner: 'staff', width: 110 },
    required: {
      header: 'Needs',
      type: 'text',
      owner: 'staff',
      width: 150,
      note: 'Columns that must be filled before this stage, with commas: “Phone, Amount”.',
    },
  },
  starters: stageRows,
});

export type StageRow = TableRow<typeof pipelines>;

/** Who follows up. */
export const staff = defineTable({
  sheet: 'staff',
  about: 'Who follows up: names, addresses, and who is away.',
  key: 'name',
  tab: '#667085',
  columns: {
    name: { header: 'Name', type: 'text', owner: 'staff', width: 150 },
    email: { header: 'E-mail', type: 'text', owner: 'staff', width: 220 },
    role: { header: 'Role', type: 'choice', owner: 'staff', width: 90, options: ['member', 'lead', 'owner'] },
    active: {
      header: 'Takes new ones',
      type: 'flag',
      owner: 'staff',
      width: 100,
      options: ['yes', 'no'],
      note: 'no: somebody is away.',
    },
    hours: {
      header: 'Hours',
      type: 'text',
      owner: 'staff',
      width: 110,
      note: 'As 9:00-17:00, or “Monday to Thursday 9:00-17:00”. Empty: those of the firm.',
    },
    away: {
      header: 'Away',
      type: 'text',
      owner: 'staff',
      width: 180,
      note: 'Days off, as 2026-12-24, or 2026-12-24 to 2027-01-02, with commas.',
    },
    share: {
      header: 'Share',
      type: 'number',
      owner: 'staff',
      width: 60,
      note: '2 gets twice as many as 1; empty is 1.',
    },
    channels: {
      header: 'Told by',
      type: 'text',
      owner: 'staff',
      width: 150,
      note: 'telegram, mail, chat: the first that works is used. “nothing”: the panel only.',
    },
    quiet: {
      header: 'Quiet hours',
      type: 'text',
      owner: 'staff',
      width: 110,
      note: 'As 12:00-13:00; what is due then is told afterwards.',
    },
  },
});

export type StaffRow = TableRow<typeof staff>;

/** Who else is told when a follow-up stays without contact. */
export const escalation = defineTable({
  sheet: 'escalation',
  about: 'Who else is told when nobody has been in touch after the deadline, step by step.',
  key: 'after',
  tab: '#667085',
  columns: {
    after: {
      header: 'After',
      type: 'text',
      owner: 'staff',
      width: 110,
      note: 'Working time after “Contact by”, such as 15 minutes or 2 hours.',
    },
    to: {
      header: 'Goes to',
      type: 'text',
      owner: 'staff',
      width: 130,
      note: '“next” (the next in turn), “lead”, “owner”, or a name from “staff”.',
    },
    does: {
      header: 'Does',
      type: 'choice',
      owner: 'staff',
      width: 90,
      options: ['tell', 'hand over'],
      note: 'tell: they are reminded too. hand over: it becomes theirs, unless somebody chose the owner by hand.',
    },
  },
  starters: [
    { after: '15 minutes', to: 'next', does: 'tell' },
    { after: '1 hour', to: 'lead', does: 'tell' },
    { after: '4 hours', to: 'owner', does: 'tell' },
  ],
});

export type EscalationRow = TableRow<typeof escalation>;

/** One row for each setting; what they mean and what they may be stands in `SETTINGS`. */
export const settings = defineTable({
  sheet: 'settings',
  about: 'How the program behaves. Change the values; the words beside them say what they do.',
  key: 'name',
  tab: '#667085',
  columns: {
    name: { header: 'Setting', type: 'text', owner: 'staff', width: 200 },
    value: { header: 'Value', type: 'text', owner: 'staff', width: 180 },
    meaning: { header: 'What it does', type: 'text', owner: 'system', width: 520 },
  },
});

export type SettingRow = TableRow<typeof settings>;
