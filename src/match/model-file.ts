import { DEFAULT_M, DEFAULT_U } from './defaults';
import type { Field } from './field';
import type { Fields } from './fields';
import type { FittedModel, ModelField } from './model';
import type { Rates } from './rates';
import type { Relations } from './relations';

/** Figures kept: enough to decide by, few enough to read. */
const FIGURES = 3;

function short(value: number): number {
  return Number(value.toPrecision(FIGURES));
}

function fieldOf(field: Field, f: number, rates: Rates, relations: Relations): ModelField {
  return {
    field: field.key,
    levels: field.levels.map((level, l) => ({
      level,
      m: short(rates.m[f][l]),
      u: short(rates.u[f][l]),
      weight: Math.round(100 * Math.log2(rates.m[f][l] / rates.u[f][l])) / 100,
    })),
    near: Array.from(rates.near[f], short),
    given: Object.fromEntries(
      relations.parents[f].map((parent, p) => [relations.agreements[parent], Array.from(rates.given[f][p], short)]),
    ),
  };
}

/** Writes rates down. */
export function toModel(rates: Rates, fields: Fields, relations: Relations): FittedModel {
  return {
    version: 1,
    records: fields.size,
    prior: short(rates.prior),
    nearShare: short(rates.nearShare),
    fields: fields.all.map((field, f) => fieldOf(field, f, rates, relations)),
  };
}

/** Growth of the records, as log2, that is too little to move the prior by: what was decided then stays decided. */
const LITTLE_GROWTH = 0.3;

function growth(before: number, now: number): number {
  const bits = Math.log2(Math.max(1, now - 1) / Math.max(1, before - 1));
  return Math.abs(bits) < LITTLE_GROWTH ? 0 : bits;
}

/**
 * Reads rates back for these records. The prior is for pairs of as many records as it was learned from, so it is moved
 * where their number is quite another; a field that the model does not know gets the calibrated rates.
 */
export function toRates(model: FittedModel, fields: Fields, relations: Relations): Rates {
  const known = new Map(model.fields.map((field) => [field.field, field]));
  const of = <T>(pick: (field: Field, entry: ModelField | undefined, f: number) => T) =>
    fields.all.map((field, f) => pick(field, known.get(field.key), f));
  const m = of((field, entry) => Float64Array.from(entry?.levels.map((level) => level.m) ?? DEFAULT_M[field.key]));
  const u = of((field, entry) => Float64Array.from(entry?.levels.map((level) => level.u) ?? DEFAULT_U[field.key]));
  return {
    prior: model.prior - growth(model.records, fields.size),
    m,
    u,
    near: of((_, entry, f) => Float64Array.from(entry?.near ?? u[f])),
    nearShare: model.nearShare,
    given: of((_, entry, f) =>
      relations.parents[f].map((parent) => Float64Array.from(entry?.given[relations.agreements[parent]] ?? u[f])),
    ),
  };
}
