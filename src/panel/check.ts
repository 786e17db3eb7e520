import { CrmError } from '../errors';
import type { ActArgs, ActKind } from '../followup/act';
import type { Op } from '../jobs/op';
import type { PanelCard, PanelLead, PanelQuery } from './surface';

/** Acts in one call: what a person selects at once, with room. */
const MOST_OPS = 500;
/** Cells of one edit: more than a row has. */
const MOST_FIELDS = 100;
const MOST_OTHERS = 20;
/** Letters of any text that comes from the panel. */
const LONGEST = 10_000;

const bad = (what: string) =>
  new CrmError('bad-argument', `The panel sent something that is no ${what}.`, 'Close the panel and open it again.');

/** @throws CrmError `bad-argument`, as do all of these */
export function textIn(args: Record<string, unknown>, key: string): string {
  const value = args[key];
  if (typeof value !== 'string' || value.length > LONGEST) throw bad(key);
  return value;
}

export function recordIn(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('set of values');
  return value as Record<string, unknown>;
}

function oneOf<T extends string>(value: unknown, words: readonly T[], what: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw bad(what);
  return found;
}

const TABS = ['now', 'today', 'later', 'done'] as const;
const SORTS = ['due', 'score', 'name', 'amount', 'newest'] as const;
const CARDS: readonly PanelCard[] = [
  ...(['overdue', 'dueToday', 'fresh', 'contacted', 'converted'] as const),
  ...(['quotesPending', 'potential', 'total', 'duplicates'] as const),
];
const KINDS: readonly ActKind[] = [
  'contacted',
  'tried',
  'snooze',
  'reschedule',
  'note',
  'call',
  'stage',
  'assign',
  'won',
  'lost',
  'edit',
  'undo',
];

export function queryIn(value: unknown): PanelQuery {
  const query = recordIn(value);
  const filter = recordIn(query.filter);
  const from = query.from;
  if (typeof from !== 'number' || !(from >= 0)) throw bad('place in the list');
  return {
    tab: oneOf(query.tab, TABS, 'list'),
    ...(query.card !== undefined && { card: oneOf(query.card, CARDS, 'card') }),
    mine: query.mine === true,
    sort: oneOf(query.sort, SORTS, 'order'),
    filter: {
      source: textIn(filter, 'source'),
      stage: textIn(filter, 'stage'),
      owner: textIn(filter, 'owner'),
      kind: textIn(filter, 'kind'),
    },
    from: Math.floor(from),
  };
}

export function leadIn(value: unknown): PanelLead {
  const lead = recordIn(value);
  const [name, company, phone] = [textIn(lead, 'name'), textIn(lead, 'company'), textIn(lead, 'phone')];
  return { name, company, phone, email: textIn(lead, 'email'), city: textIn(lead, 'city'), note: textIn(lead, 'note') };
}

const TEXTS = ['nextDate', 'nextStep', 'text', 'note', 'outcome', 'status', 'owner'] as const;

function argsIn(value: unknown): ActArgs {
  const given = recordIn(value);
  const args: Record<string, unknown> = {};
  for (const key of TEXTS) if (given[key] !== undefined) args[key] = textIn(given, key);
  if (typeof given.until === 'number') args.until = given.until;
  if (given.fields !== undefined) {
    const fields = recordIn(given.fields);
    if (Object.keys(fields).length > MOST_FIELDS) throw bad('set of fields');
    args.fields = Object.fromEntries(Object.keys(fields).map((key) => [key, textIn(fields, key)]));
  }
  if (given.others !== undefined) {
    const { others } = given;
    if (!Array.isArray(others) || others.length > MOST_OTHERS) throw bad('list of follow-ups');
    args.others = others.map(recordIn).map((one) => ({ id: textIn(one, 'id'), rev: textIn(one, 'rev') }));
  }
  if (given.ops !== undefined) {
    const { ops } = given;
    if (!Array.isArray(ops) || ops.length > MOST_OPS) throw bad('list of acts');
    args.ops = ops.map((op) => textIn({ op }, 'op'));
  }
  return args as ActArgs;
}

export function opsIn(value: unknown): Op[] {
  if (!Array.isArray(value) || value.length > MOST_OPS) throw bad('list of acts');
  return value.map((one) => {
    const op = recordIn(one);
    const [name, id, rev] = [textIn(op, 'op'), textIn(op, 'id'), textIn(op, 'rev')];
    return { op: name, id, rev, kind: oneOf(op.kind, KINDS, 'act'), args: argsIn(op.args) };
  });
}
