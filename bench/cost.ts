import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../host/run/bundle';
import { type Cost, measureAt } from './cost/measure';
import { plotCosts } from './cost/plot';

/** The built bundle is what is measured. */
export const needsBundle = true;

/**
 * `npm run bench:cost [-- --rows 1000,10000,50000,100000] [--plot] [--json]`: what a sync costs at Google, by the host's cost
 * model, from small to large. `--plot` draws docs/cost.svg.
 */
export function main(argv: string[]): void {
  const { values } = parseArgs({
    args: argv,
    options: {
      rows: { type: 'string', default: '1000,5000,20000,50000,100000' },
      plot: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const costs = values.rows
    .split(',')
    .flatMap((rows) =>
      measureAt(Number(rows), ({ what, seconds }) => console.error(`${rows} rows, ${what}: ${seconds} s`)),
    );
  if (values.plot) writeFileSync(join(projectRoot(), 'docs/cost.svg'), plotCosts(costs));
  console.log(values.json ? JSON.stringify(costs, null, 2) : tableOf(costs));
}

function tableOf(costs: readonly Cost[]): string {
  const heads = ['rows', 'what', 'runs', 'calls', 'cells read', 'cells written', 'modelled s', 'of it CPU s'];
  const lines = costs.map((cost) => [
    cost.rows.toLocaleString('en'),
    cost.finished ? cost.what : `${cost.what} (not finished)`,
    String(cost.runs),
    cost.calls.toLocaleString('en'),
    cost.cellsRead.toLocaleString('en'),
    cost.cellsWritten.toLocaleString('en'),
    String(cost.seconds),
    String(cost.cpuSeconds),
  ]);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map((_, at) => (at === 1 ? '---' : '---:'))), ...lines.map(row)].join('\n');
}
