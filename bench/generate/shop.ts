import type { WallTime } from '../../src/types';
import { filler, type LaidSheet, laySheet, strewn, totalRow } from './layout';
import { FAIR_HEADER, LEAD_HEADER, typeFairLeads, typeLeads } from './leads';
import { ORDER_HEADER, typeOrders } from './order-rows';
import { makeOrders } from './orders';
import { makePeople } from './people';
import { createRandom, type Random } from './random';
import { sumUp } from './truth';
import type { DraftRow, GeneratedSheet, Person, Truth } from './types';

export interface ShopOptions {
  seed: number;
  /** Orders, of one to four rows each. */
  orders: number;
  /** Rows of the web form; the fair's sheet has about a sixth as many besides. */
  leads: number;
  /** The day on which the workbook is looked at; all orders and leads came in the 60 days before. */
  today: WallTime;
}

export interface Shop {
  /** `order-update`, `leads`, `trade fair leads` */
  sheets: GeneratedSheet[];
  truth: Truth;
}

/** The day that the demo workbook takes for today. */
export const DEMO_TODAY = '2026-11-02';

/** What the demo workbook is made from. */
export const DEMO: ShopOptions = { seed: 20261102, orders: 400, leads: 150, today: DEMO_TODAY };

/**
 * The workbook of "Hedge & Garlic", a garden and kitchen shop in Bristol that also sells to restaurants, to France, Germany
 * and Boston: believable orders and leads in the mess that people make, and the truth beside them. The same options give
 * the same rows. The shop's own country is GB, its currency GBP; nobody's telephone number or address is real.
 */
export function generateShop(options: ShopOptions): Shop {
  const random = createRandom(options.seed);
  const people = makePeople(Math.max(12, Math.round(options.orders * 0.55 + options.leads * 0.6)), random);
  const buyers = people.slice(0, Math.max(8, Math.round(options.orders * 0.55)));
  const askers = people.slice(Math.round(buyers.length * 0.75));
  const laid = [
    laySheet('order-update', orderSheet(options, buyers, random)),
    laySheet('leads', leadSheet(options, askers, random)),
    laySheet('trade fair leads', fairSheet(options, askers, random)),
  ];
  return together(laid, people);
}

function together(laid: readonly LaidSheet[], people: readonly Person[]): Shop {
  return {
    sheets: laid.map(({ sheet }) => sheet),
    truth: sumUp(
      laid.flatMap(({ truth }) => truth),
      people,
    ),
  };
}

const header = (cells: readonly string[]) => filler('header', '', cells);
const blank = filler('blank', 'layout-blank-row');

/** A title and a blank row above the header, blank rows between, the header once more further down, a sum at the end. */
function orderSheet({ orders, today }: ShopOptions, people: readonly Person[], random: Random): DraftRow[] {
  const rows = typeOrders(makeOrders(orders, people, today, random), random);
  const again = { ...header(ORDER_HEADER), mess: ['layout-header-again'] };
  const body = strewn(strewn(rows, again, [0.55]), blank, [0.08, 0.21, 0.34, 0.62, 0.621, 0.87]);
  const top = [
    filler('title', 'layout-title', ['Hedge & Garlic – orders autumn 2026 (please do NOT sort!!)']),
    blank,
    header(ORDER_HEADER),
  ];
  const sums = [ORDER_HEADER.indexOf('Qty'), ORDER_HEADER.indexOf('Amount')];
  return [...top, ...body, blank, totalRow(body, top.length + 1, sums)];
}

function leadSheet({ leads, today }: ShopOptions, people: readonly Person[], random: Random): DraftRow[] {
  return [header(LEAD_HEADER), ...strewn(typeLeads(leads, people, today, random), blank, [0.3, 0.77])];
}

function fairSheet({ leads, today }: ShopOptions, people: readonly Person[], random: Random): DraftRow[] {
  const title = filler('title', 'layout-title', ['Grow & Cook fair – people we met at our stand']);
  return [title, header(FAIR_HEADER), ...typeFairLeads(Math.round(leads * 0.16), people, today, random)];
}

export interface RowsOptions {
  seed: number;
  /** How many rows below the header. */
  rows: number;
  /** {@link DEMO_TODAY} if left out. */
  today?: WallTime;
}

export interface GeneratedRows {
  /** `order-update` with its header in the first row; no title, no blank rows, no sum. */
  sheet: GeneratedSheet;
  truth: Truth;
}

/**
 * A plain `order-update` of exactly `rows` rows, for tests and benches: up to 100,000 in well under three seconds. To have
 * new rows come in later, make more than are needed and hold the last ones back.
 */
export function generateRows({ seed, rows, today = DEMO_TODAY }: RowsOptions): GeneratedRows {
  const random = createRandom(seed);
  const orders = Math.ceil(rows / 1.55) + 10;
  const people = makePeople(Math.max(12, Math.round(orders * 0.55)), random);
  const drafts = typeOrders(makeOrders(orders, people, today, random), random).slice(0, rows);
  const { sheet, truth } = laySheet('order-update', [header(ORDER_HEADER), ...drafts]);
  return { sheet, truth: sumUp(truth, people) };
}
