import { CrmError } from '../errors';
import { type Actor, actOn, type Op } from '../jobs/act';
import { addLead } from '../jobs/add-lead';
import { noticeCopy, turnOn } from '../jobs/automatic';
import { readDeeds } from '../jobs/deeds';
import { addDemo, removeDemo } from '../jobs/demo';
import { readHealth } from '../jobs/health';
import { markEdit } from '../jobs/marks';
import { Pass } from '../jobs/pass';
import type { Services } from '../jobs/ports';
import { followUpAt } from '../jobs/read-queue';
import { readRev } from '../jobs/revision';
import { isSetUp, setUp } from '../jobs/set-up';
import { sync } from '../jobs/sync';
import { RUN_BUDGET } from '../jobs/tick';
import { diffTable } from '../workbook/diff';
import { sumOfText } from '../workbook/pages';
import { rowOf } from '../workbook/table';
import { archive } from '../workbook/tables/archive';
import { sources, staff } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { leadIn, opsIn, queryIn, recordIn, textIn } from './check';
import { Desk } from './desk';
import { itemById, pairsOf, recordOf, rowById } from './record';
import { sinceOf, stateOf, tokenAfter, tokenOf } from './since';
import type { PanelCall, PanelCalls, PanelHit, PanelList, PanelQuery, PanelStart } from './surface';

type Args = Record<string, unknown>;
type Handlers = { [C in PanelCall]: (services: Services, args: Args) => PanelCalls[C]['data'] };

/** Hits of a search, and of the warning beside a lead that is being typed. */
const HITS = 30;
const WARNINGS = 5;

const HANDLERS: Handlers = {
  start: (services, args) => startOf(services, queryIn(args.query)),
  list: (services, args) => listOf(new Desk(services), queryIn(args.query)),
  since: (services, args) =>
    sinceOf(new Desk(services), textIn(args, 'token'), args.query === undefined ? null : queryIn(args.query)),
  record: (services, args) => recordOf(new Desk(services), textIn(args, 'id')),
  act: (services, args) => actIn(services, opsIn(args.ops), args.token === undefined ? '' : textIn(args, 'token')),
  deeds: ({ properties }) =>
    readDeeds(properties).map(({ op, time, who, what, undone }) => ({ op, time, who, what, undone })),
  search: (services, args) => hitsOf(new Desk(services), textIn(args, 'text'), HITS),
  check: (services, args) => {
    const { phone, email, name } = leadIn(args);
    const desk = new Desk(services);
    const hits = [phone, email, name].flatMap((text) => (text.trim().length < 4 ? [] : hitsOf(desk, text, WARNINGS)));
    return {
      hits: hits.filter(({ item }, at) => hits.findIndex((one) => one.item.id === item.id) === at).slice(0, WARNINGS),
    };
  },
  add: (services, args) => add(services, textIn(args, 'op'), args),
  pairs: (services, args) => pairsOf(new Desk(services), textIn(args, 'id')),
  decide: (services, args) => decide(services, textIn(args, 'pair'), textIn(args, 'answer')),
  goTo: (services, args) => {
    const { at, archived } = rowById(new Desk(services), textIn(args, 'id'));
    services.workbook.activate(archived ? archive.sheet : followedUp.sheet, at);
    return { row: at };
  },
  selected: (services) => {
    const place = services.workbook.active();
    if (place?.sheet !== followedUp.sheet) return { id: '' };
    return { id: followUpAt(services, new Desk(services).office.zone, place.row)?.id ?? '' };
  },
  health: (services) => readHealth(services),
  sync: (services) => ({ summary: runSync(services) }),
  setUp: (services, args) => firstRun(services, textIn(args, 'step'), args.staff),
};

/**
 * Answers a call of the panel. Every function of the bundle can be called by whoever sees the panel, so names and
 * arguments are checked.
 * @throws CrmError `unknown-call`, `bad-argument`
 */
export function servePanel(services: Services, call: string, args: unknown): PanelCalls[PanelCall]['data'] {
  if (!Object.keys(HANDLERS).includes(call)) {
    throw new CrmError(
      'unknown-call',
      'The panel asked for something this version does not know.',
      'Close the panel and open it again.',
    );
  }
  return HANDLERS[call as PanelCall](services, recordIn(args ?? {}));
}

function listOf(desk: Desk, query: PanelQuery): PanelList {
  return { now: desk.now, token: tokenOf(desk.services, desk.queue.typed), ...desk.list(query) };
}

function startOf(services: Services, query: PanelQuery): PanelStart {
  noticeCopy(services);
  const ready = isSetUp(services.workbook);
  const desk = new Desk(services);
  const { office } = desk;
  const count = (sheet: string) => (ready ? Math.max(0, services.workbook.extent(sheet) - 1) : 0);
  return {
    ...listOf(desk, query),
    setUp: ready,
    me: desk.me,
    zone: office.zone.name,
    locale: office.locale,
    staff: office.staff.map(({ name, active }) => ({ name, active })),
    pipelines: office.pipelines.names().map((name) => ({
      name,
      stages: office.pipelines.stages(name).map((stage) => ({ name: stage.name, kind: stage.kind })),
    })),
    sources: office.sources.map(({ sheet, kind, on }) => ({ sheet, kind, on })),
    nextSteps: [...followedUp.columns.nextStep.options],
    opens: office.settings.opens,
    cards: desk.cards(count(needsFixing.sheet), count(people.sheet)),
    health: readHealth(services),
  };
}

/** Who acts, and on whose follow-ups. */
export function actorOf(desk: Desk): Actor {
  const { name, email, role } = desk.me;
  // An account that stands nowhere in `staff` is not kept from working, but is told apart in the journal.
  if (name === '') return { name: `${email || 'somebody'} (unverified)`, all: true };
  return { name, all: role !== 'member' };
}

function actIn(services: Services, ops: Op[], token: string): PanelCalls['act']['data'] {
  const desk = new Desk(services);
  let before = '';
  const actor = () => {
    before = stateOf(services);
    return actorOf(desk);
  };
  const { outcomes, rows } = actOn(services, ops, actor, true);
  const pairs = new Map(ops.map(({ id, rev }) => [id, readRev(rev).pairs]));
  const items = new Map(rows.map((row) => [row.id, desk.item(row, pairs.get(row.id) ?? 0)]));
  return {
    now: desk.now,
    token: tokenAfter(services, token, before),
    results: outcomes.map((outcome) => {
      const item = items.get(outcome.id) ?? null;
      if (outcome.ok) return { op: outcome.op, ok: true, item };
      const { op, code, message, theirs } = outcome;
      return { op, ok: false, code, message, item, theirs };
    }),
  };
}

function hitsOf(desk: Desk, text: string, most: number): PanelHit[] {
  return desk.find(text, most).map(({ row, field }) => ({ item: desk.item(row), field }));
}

function runSync(services: Services): string {
  const {
    read,
    people: persons,
    followUps,
  } = sync(services, {
    startedBy: services.user() || 'panel',
    until: services.now() + RUN_BUDGET,
  });
  return `${read} rows read, ${persons} people, ${followUps.opened} follow-ups opened, ${followUps.updated} updated.`;
}

function add(services: Services, op: string, args: Args): PanelCalls['add']['data'] {
  const lead = leadIn(args.lead);
  const reference = `M-${sumOfText(op)}`;
  addLead(services, reference, lead);
  runSync(services);
  let desk = new Desk(services);
  const row = desk.rows.find((one) => one.reference === reference);
  if (!row) {
    const remedy = 'Look into “needs-fixing”: it says what is wrong and what to do.';
    throw new CrmError('not-opened', 'The lead is in “manual-leads”, but opened no follow-up.', remedy);
  }
  const owner = textIn(args, 'owner');
  if (owner !== '' && owner !== row.owner) {
    actOn(services, [{ op: `${op} owner`, kind: 'assign', id: row.id, rev: '', args: { owner } }], actorOf(desk));
    desk = new Desk(services);
  }
  return { id: row.id, item: itemById(desk, row.id) };
}

/** Writes a decision about a pair; the sync that follows does it. */
function decide(services: Services, pair: string, answer: string): PanelCalls['decide']['data'] {
  const desk = new Desk(services);
  const read = desk.table(duplicates);
  const found = read.rows.find(({ values }) => values.id === pair);
  const known = ['', ...duplicates.columns.decision.options].includes(answer);
  if (!found || !known) throw new CrmError('pair-gone', 'This question is no longer open.', 'Load the record again.');
  const wanted = new Map([[pair, { system: { ...found.values, decision: answer } }]]);
  services.exclusively(10_000, () => {
    const pass = new Pass(services, desk.office.zone, false, Number.POSITIVE_INFINITY);
    pass.table(duplicates, read, diffTable(duplicates, read, wanted, 'stay'));
    markEdit(services.properties, duplicates.sheet, found.at, 1);
  });
  runSync(services);
  return pairsOf(new Desk(services), found.values.recordA);
}

/** The steps of the first run. */
function firstRun(services: Services, step: string, given: unknown): PanelCalls['setUp']['data'] {
  let message = '';
  if (step === 'begin') {
    const { sources: found } = setUp(services);
    message = found.length > 0 ? `Found: ${found.join(', ')}.` : 'All sheets are there.';
  } else if (step === 'staff') message = addStaff(services, given);
  else if (step === 'automatic') {
    turnOn(services);
    message = 'Automatic updates are on.';
  } else if (step === 'demo') {
    setUp(services);
    addDemo(services);
    message = runSync(services);
  } else if (step === 'remove demo') {
    removeDemo(services);
    message = 'The demo leads are gone.';
  } else throw new CrmError('bad-argument', 'The panel asked for an unknown step.', 'Open the panel again.');
  return { done: stepsDone(services), message };
}

function addStaff(services: Services, given: unknown): string {
  const people = Array.isArray(given) ? given.map(recordIn) : [];
  const desk = new Desk(services);
  const pass = new Pass(services, desk.office.zone, false, Number.POSITIVE_INFINITY);
  const read = desk.table(staff);
  const known = new Set(read.rows.map(({ values }) => values.name.trim().toLowerCase()));
  const fresh = people
    .map((one) => ({ name: textIn(one, 'name').trim(), email: textIn(one, 'email').trim() }))
    .filter(({ name }) => name !== '' && !known.has(name.toLowerCase()));
  pass.insert(
    staff,
    read,
    fresh.map((one) => rowOf(staff, { ...one, role: 'member', active: true })),
  );
  markEdit(services.properties, staff.sheet, 1, 1);
  services.workbook.flush();
  return `${fresh.length} added to the sheet “staff”.`;
}

function stepsDone(services: Services): string[] {
  const ready = isSetUp(services.workbook);
  const desk = new Desk(services);
  return [
    ...(ready && desk.table(sources).rows.length > 0 ? ['begin'] : []),
    ...(ready && desk.office.staff.length > 0 ? ['staff'] : []),
    ...(readHealth(services).on ? ['automatic'] : []),
  ];
}
