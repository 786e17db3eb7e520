import { parseDue } from '../followup/deadline';
import { Pipelines } from '../followup/pipeline';
import type { Source } from '../followup/source';
import type { FieldName, SourceKind } from '../intake/record';
import type { ReadRow } from '../workbook/read-table';
import type { Settings } from '../workbook/settings';
import { readSettings } from '../workbook/settings';
import type { EscalationRow, SettingRow, SourceRow, StaffRow, StageRow } from '../workbook/tables/config';

/** Something in a configuration sheet that could not be taken as it stands. */
export interface ConfigProblem {
  sheet: string;
  /** 1-based. */
  row: number;
  field: string;
  value: string;
  message: string;
  remedy: string;
}

export interface Configuration {
  settings: Settings;
  sources: Source[];
  pipelines: Pipelines;
  staff: StaffRow[];
  escalation: EscalationRow[];
  problems: ConfigProblem[];
}

interface ConfigRows {
  settings: readonly ReadRow<SettingRow>[];
  sources: readonly ReadRow<SourceRow>[];
  pipelines: readonly ReadRow<StageRow>[];
  staff: readonly ReadRow<StaffRow>[];
  escalation: readonly ReadRow<EscalationRow>[];
}

const values = <R>(rows: readonly ReadRow<R>[]) => rows.map((row) => row.values);

/** Reads what people have configured. What cannot be read has its default, and is told. */
export function readConfiguration(rows: ConfigRows): Configuration {
  const { settings, problems: settingProblems } = readSettings(values(rows.settings));
  const pipelines = new Pipelines(values(rows.pipelines));
  const problems: ConfigProblem[] = settingProblems.map(({ name, value, remedy }) => ({
    sheet: 'settings',
    row: rows.settings.find((row) => row.values.name.toLowerCase() === name.toLowerCase())?.at ?? 1,
    field: name,
    value,
    message: 'This value cannot be read, so the initial one is used.',
    remedy,
  }));
  const sources = rows.sources
    .filter((row) => row.values.on && row.values.sheet !== '')
    .map((row) => readSource(row, settings, pipelines, problems));
  return { settings, sources, pipelines, staff: values(rows.staff), escalation: values(rows.escalation), problems };
}

const DUE_FROM: Record<string, Source['dueFrom']> = {
  arrival: 'arrival',
  'order date': 'orderDate',
  'ship date': 'shipDate',
  'lead date': 'leadDate',
  'due date': 'dueDate',
};

const DATE_ORDERS: Record<string, Source['dateOrder']> = {
  'day first': 'DMY',
  'month first': 'MDY',
  'year first': 'YMD',
};

/** What an order or a lead needs at least, where the sheet says nothing. */
const REQUIRED: Record<SourceKind, Source['required']> = {
  orders: ['orderId'],
  leads: [
    ['name', 'company', 'email', 'phone'],
    ['phone', 'email'],
  ],
};

export const DEFAULT_DUE: Record<SourceKind, string> = { orders: 'next working day', leads: '5 minutes' };

function readSource(
  row: ReadRow<SourceRow>,
  settings: Settings,
  pipelines: Pipelines,
  problems: ConfigProblem[],
): Source {
  const { values: line, at } = row;
  const complain = (field: string, value: string, message: string, remedy: string) =>
    problems.push({ sheet: 'sources', row: at, field, value, message, remedy });
  const kind: SourceKind = line.kind.toLowerCase().startsWith('lead') ? 'leads' : 'orders';
  let due = parseDue(line.due || DEFAULT_DUE[kind]);
  if (!due) {
    complain(
      'Due',
      line.due,
      `This is no span of time, so “${DEFAULT_DUE[kind]}” is used.`,
      'Write “5 minutes”, “2 hours”, “3 days” or “next working day”.',
    );
    due = parseDue(DEFAULT_DUE[kind]) as NonNullable<typeof due>;
  }
  const fallback = kind === 'orders' ? 'Order' : 'Lead';
  const pipeline = line.pipeline || fallback;
  if (!pipelines.has(pipeline)) {
    complain(
      'Pipeline',
      pipeline,
      'There is no such pipeline.',
      'Choose one from the list, or add its stages in the sheet “pipelines”.',
    );
  }
  return {
    sheet: line.sheet,
    kind,
    opensAt: /^(always|)$/i.test(line.opens) ? [] : list(line.opens).map((word) => word.toLowerCase()),
    due,
    dueFrom: DUE_FROM[line.dueFrom.toLowerCase()] ?? 'arrival',
    owner: line.owner,
    worth: Math.max(0, Math.min(100, line.worth ?? 50)),
    pipeline,
    every: line.every !== null && line.every >= 1 ? line.every : kind === 'leads' ? 5 : 2,
    country: line.country.toUpperCase() || settings.country,
    currency: line.currency.toUpperCase() || settings.currency,
    required: line.required === '' ? REQUIRED[kind] : readRequired(line.required, complain),
    dateOrder: DATE_ORDERS[line.dates.toLowerCase()] ?? '',
    corrections: readCorrections(line.corrections, complain),
  };
}

type Complain = (field: string, value: string, message: string, remedy: string) => void;

/** Field names as people write them in `sources`. */
const FIELD_WORDS: Record<string, FieldName> = {
  'record id': 'recordId',
  'lead id': 'recordId',
  'customer id': 'customerId',
  name: 'name',
  'first name': 'given',
  'last name': 'family',
  company: 'company',
  phone: 'phone',
  email: 'email',
  'e-mail': 'email',
  address: 'address',
  city: 'city',
  region: 'region',
  state: 'region',
  postcode: 'postcode',
  zip: 'postcode',
  country: 'country',
  'birth date': 'birthDate',
  'order number': 'orderId',
  'order id': 'orderId',
  'line id': 'lineId',
  sku: 'sku',
  article: 'article',
  quantity: 'quantity',
  'unit price': 'unitPrice',
  amount: 'amount',
  currency: 'currency',
  status: 'status',
  'order date': 'orderDate',
  'ship date': 'shipDate',
  'lead date': 'leadDate',
  'contact date': 'contactDate',
  'due date': 'dueDate',
  channel: 'channel',
  owner: 'owner',
  note: 'note',
};

/** A field in the words of the sheet `sources`. */
export function spellField(field: FieldName): string {
  return Object.keys(FIELD_WORDS).find((word) => FIELD_WORDS[word] === field) ?? field;
}

const FIELD_REMEDY = `The fields are: ${[...new Set(Object.values(FIELD_WORDS))].map(spellField).join(', ')}.`;

function readRequired(text: string, complain: Complain): Source['required'] {
  const known = (word: string): FieldName[] => {
    const field = FIELD_WORDS[word.toLowerCase()];
    if (!field) complain('Required', word, 'There is no such field, so it is not required.', FIELD_REMEDY);
    return field ? [field] : [];
  };
  return list(text)
    .map((item) => item.split(/\s+or\s+/i).flatMap(known))
    .filter((fields) => fields.length > 0)
    .map((fields) => (fields.length === 1 ? fields[0] : fields));
}

function readCorrections(text: string, complain: Complain): Record<string, FieldName | ''> {
  const corrections: Record<string, FieldName | ''> = {};
  for (const item of text.split(/[;\n]/)) {
    if (item.trim() === '') continue;
    const split = item.lastIndexOf('=');
    const header = item.slice(0, Math.max(split, 0)).trim();
    const word = item
      .slice(split + 1)
      .trim()
      .toLowerCase();
    if (header !== '' && word === 'ignore') corrections[header] = '';
    else if (header !== '' && FIELD_WORDS[word]) corrections[header] = FIELD_WORDS[word];
    else
      complain(
        'Your corrections',
        item.trim(),
        'This correction cannot be read.',
        `Write “header = field”, or “header = ignore”. ${FIELD_REMEDY}`,
      );
  }
  return corrections;
}

function list(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
