import { CrmError } from '../errors';
import { actOn } from '../jobs/act';
import { addLead } from '../jobs/add-lead';
import { noticeCopy } from '../jobs/automatic';
import { readDeeds } from '../jobs/deeds';
import { readHealth } from '../jobs/health';
import { holding } from '../jobs/hold';
import { markEdit } from '../jobs/marks';
import type { Op } from '../jobs/op';
import { Pass } from '../jobs/pass';
import type { Services } from '../jobs/ports';
import { followUpAt } from '../jobs/read-queue';
import { readRev } from '../jobs/revision';
import { isSetUp } from '../jobs/set-up';
import { diffTable } from '../workbook/diff';
import { sumOfText } from '../workbook/pages';
import { archive } from '../workbook/tables/archive';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { bringBack } from './bring-back';
import { leadIn, opsIn, queryIn, recordIn, textIn } from './check';
import { Desk } from './desk';
import { firstRun } from './first-run';
import { itemById, pairsOf, recordOf, rowById } from './record';
import { actorOf, mustBeAllowed } from './rights';
import { runSync } from './run-sync';
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
  bringBack: (services, args) => bringBack(services, textIn(args, 'id')),
  goTo: (services, args) => {
    const { at, archived } = rowById(new Desk(services), textIn(args, 'id'));
    const hidden = services.workbook.activate(archived ? archive.sheet : followedUp.sheet, at, args.show === true);
    return { row: at, hidden };
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
    // Whoever adds a lead may say whose it is, whomever it was given to by itself.
    const actor = { ...actorOf(desk), all: true };
    actOn(services, [{ op: `${op} owner`, kind: 'assign', id: row.id, rev: '', args: { owner } }], actor);
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
  const { recordA, recordB } = found.values;
  const sides = desk.rows.filter(({ id }) => id === recordA || id === recordB);
  mustBeAllowed(
    actorOf(desk),
    sides.map(({ owner }) => owner),
  );
  const wanted = new Map([[pair, { system: { ...found.values, decision: answer } }]]);
  holding(services, () => {
    const pass = new Pass(services, desk.office.zone, false, Number.POSITIVE_INFINITY);
    pass.table(duplicates, read, diffTable(duplicates, read, wanted, 'stay'));
    markEdit(services.properties, duplicates.sheet, found.at, 1);
  });
  runSync(services);
  return pairsOf(new Desk(services), recordA);
}
