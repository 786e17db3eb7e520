import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { officeSheets } from './generate/office';
import { DEMO, generateShop } from './generate/shop';
import { workbookBytes } from './generate/workbook';

/**
 * Writes the demo workbook: `[--out demo/shop.xlsx] [--seed n] [--orders n] [--leads n] [--today YYYY-MM-DD] [--json]`.
 * The same arguments give the same bytes. `--json` prints what is in it, one object, instead of a sentence.
 */
export function main(argv: string[]): void {
  const { values } = parseArgs({
    args: argv,
    options: {
      out: { type: 'string', default: 'demo/shop.xlsx' },
      seed: { type: 'string', default: String(DEMO.seed) },
      orders: { type: 'string', default: String(DEMO.orders) },
      leads: { type: 'string', default: String(DEMO.leads) },
      today: { type: 'string', default: DEMO.today },
      json: { type: 'boolean', default: false },
    },
  });
  const { sheets: shop, truth } = generateShop({
    seed: Number(values.seed),
    orders: Number(values.orders),
    leads: Number(values.leads),
    today: values.today,
  });
  const sheets = [...shop, ...officeSheets()];
  const bytes = workbookBytes(sheets);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  const rows = Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows.length]));
  const summary = {
    out: values.out,
    bytes: bytes.length,
    rows,
    persons: truth.persons.length,
    orders: truth.orders.length,
    mess: truth.mess,
  };
  console.log(
    values.json
      ? JSON.stringify(summary)
      : `${values.out}: ${truth.orders.length} orders of ${truth.persons.length} people, ${Math.round(bytes.length / 1024)} KB`,
  );
}
