import type { Cost } from './measure';

const WIDTH = 720;
const HEIGHT = 380;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 150, 44, 44];
const COLOURS = ['#b3261e', '#1a66d6', '#146c43', '#8a5a00', '#667085'];

/** Modelled seconds of each situation over the rows, both on a logarithmic scale, as an SVG that needs nothing else. */
export function plotCosts(costs: readonly Cost[]): string {
  const sizes = [...new Set(costs.map(({ rows }) => rows))].sort((a, b) => a - b);
  const seconds = costs.map((cost) => Math.max(0.05, cost.seconds));
  const [least, most] = [Math.floor(Math.log10(Math.min(...seconds))), Math.ceil(Math.log10(Math.max(...seconds)))];
  const [from, to] = [Math.log10(sizes[0]), Math.log10(sizes[sizes.length - 1])];
  const x = (rows: number) => LEFT + ((Math.log10(rows) - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) =>
    TOP + ((most - Math.log10(Math.max(0.05, value))) / (most - least || 1)) * (HEIGHT - TOP - BOTTOM);
  const text = (at: number, up: number, words: string, more = '') =>
    `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" ${more}>${words}</text>`;
  const decades = Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index));
  const lines = [...new Set(costs.map(({ what }) => what))].flatMap((what, index) => {
    const points = costs.filter((cost) => cost.what === what).sort((a, b) => a.rows - b.rows);
    const colour = COLOURS[index % COLOURS.length];
    const path = points.map(({ rows, seconds: value }) => `${x(rows).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const last = points[points.length - 1];
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      text(x(last.rows) + 8, y(last.seconds) + 4, what, `fill="${colour}"`),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#333">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 22, 'What a sync costs: modelled seconds over source rows', 'font-size="14"'),
    ...decades.map(
      (value) =>
        `<path d="M${LEFT} ${y(value).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/>${text(LEFT - 8, y(value) + 4, `${value} s`, 'text-anchor="end"')}`,
    ),
    ...sizes.map((rows) => text(x(rows), HEIGHT - BOTTOM + 18, rows.toLocaleString('en'), 'text-anchor="middle"')),
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
