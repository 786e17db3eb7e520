import type { CleanRecord } from '../intake/record';
import { type Case, customerOf, mergeRecords, unique } from './case';
import { groupRows, leadKeys, sameCustomer, sameLead } from './group';
import { orderLines, sumOf } from './lines';
import type { Source } from './source';

/** Puts the usable rows of a source together: rows of one order number, or rows of one lead. */
export function casesOf(source: Source, records: readonly CleanRecord[]): Case[] {
  const usable = records.filter((record) => record.usable);
  return source.kind === 'orders' ? orderCases(source, usable) : leadCases(source, usable);
}

function orderCases(source: Source, records: readonly CleanRecord[]): Case[] {
  const byNumber = new Map<string, CleanRecord[]>();
  for (const record of records) {
    const rows = byNumber.get(record.orderId);
    if (rows) rows.push(record);
    else byNumber.set(record.orderId, [record]);
  }
  const cases: Case[] = [];
  for (const [number, rows] of byNumber) {
    const customers = groupRows(rows, sameCustomer);
    for (const group of customers) {
      const item = caseOf(source, number, group);
      const others = customers
        .filter((other) => other !== group)
        .map((other) => mergeRecords(other).name || 'somebody unnamed');
      if (others.length > 0) item.remarks.unshift(`Order ${number} also stands under ${others.join(' and ')}.`);
      cases.push(item);
    }
  }
  return cases;
}

function caseOf(source: Source, reference: string, rows: CleanRecord[]): Case {
  const record = mergeRecords(rows);
  const { lines, updates, repeats } = orderLines(rows);
  const sum = sumOf(lines);
  return {
    source,
    kind: 'order',
    customer: customerOf(record),
    reference,
    record,
    rows: rows.map((row) => row.row),
    lines,
    updates,
    repeats,
    amount: sum.amount,
    currency: sum.currency,
    date: record.orderDate,
    remarks: [
      ...updates.map(
        (update) => `${update.line} stands again; the later row counts: ${update.before} → ${update.after}.`,
      ),
      ...(sum.mixed ? ['The lines are in several currencies and were not added up.'] : []),
    ],
  };
}

function leadCases(source: Source, records: readonly CleanRecord[]): Case[] {
  const groups: CleanRecord[][] = [];
  const byKey = new Map<string, CleanRecord[][]>();
  for (const record of records) {
    const keys = leadKeys(record);
    const near = unique(keys.flatMap((key) => byKey.get(key) ?? []));
    let home = near.find((group) => group.every((other) => sameLead(other, record)));
    if (home) home.push(record);
    else {
      home = [record];
      groups.push(home);
    }
    for (const key of keys) {
      const met = byKey.get(key);
      if (!met) byKey.set(key, [home]);
      else if (!met.includes(home)) met.push(home);
    }
  }
  return groups.map((group) => leadCase(source, group));
}

function leadCase(source: Source, rows: CleanRecord[]): Case {
  const record = mergeRecords(rows);
  return {
    source,
    kind: 'lead',
    customer: customerOf(record),
    // The first row's, so that a repeat does not change the key.
    reference: rows[0].recordId,
    record,
    rows: rows.map((row) => row.row),
    lines: [],
    updates: [],
    repeats: rows.length - 1,
    amount: record.amount,
    currency: record.currency,
    date: record.leadDate,
    remarks: rows.length > 1 ? [`The lead stands ${rows.length} times in the source.`] : [],
  };
}
