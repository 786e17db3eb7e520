/** One point of a curve: a cut in bits, and what clustering at it gives. */
export interface CutPoint {
  bits: number;
  precision: number;
  recall: number;
}

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 16;
const TOP = 40;
const BOTTOM = 44;

/** Draws precision and recall over the cut of one set, with the two cuts marked, as an SVG that needs nothing else. */
export function plotCuts(name: string, points: readonly CutPoint[], reviewBits: number, autoBits: number): string {
  const least = Math.min(
    0.9,
    Math.floor(Math.min(...points.flatMap(({ precision, recall }) => [precision, recall])) * 10) / 10,
  );
  const [from, to] = [points[0].bits, points[points.length - 1].bits];
  const x = (bits: number) => LEFT + ((bits - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => TOP + ((1 - share) / (1 - least)) * (HEIGHT - TOP - BOTTOM);
  const line = (of: (point: CutPoint) => number) =>
    points.map((point) => `${x(point.bits).toFixed(1)},${y(of(point)).toFixed(1)}`).join(' ');
  const text = (at: number, up: number, words: string, more = '') =>
    `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" ${more}>${words}</text>`;
  const ticks = [least, (1 + least) / 2, 1];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#333">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 20, `${name}: precision and recall after clustering, over the cut`, 'font-size="14"'),
    ...ticks.map(
      (share) =>
        `<path d="M${LEFT} ${y(share).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/>${text(LEFT - 8, y(share) + 4, share.toFixed(2), 'text-anchor="end"')}`,
    ),
    ...points
      .filter(({ bits }) => bits % 4 === 0)
      .map(({ bits }) => text(x(bits), HEIGHT - BOTTOM + 18, String(bits), 'text-anchor="middle"')),
    ...(
      [
        ['review', reviewBits],
        ['automatic', autoBits],
      ] as const
    ).map(
      ([what, bits]) =>
        `<path d="M${x(bits).toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#999" stroke-dasharray="4 3"/>${text(x(bits) + 4, HEIGHT - BOTTOM - 6, what, 'fill="#777"')}`,
    ),
    `<polyline points="${line(({ precision }) => precision)}" fill="none" stroke="#1a73e8" stroke-width="2"/>`,
    `<polyline points="${line(({ recall }) => recall)}" fill="none" stroke="#d93025" stroke-width="2"/>`,
    text(
      WIDTH - RIGHT,
      20,
      '<tspan fill="#1a73e8">precision</tspan> <tspan fill="#d93025">recall</tspan>',
      'text-anchor="end"',
    ),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, 'cut in bits (log2 of the odds)', 'text-anchor="middle"'),
    '</svg>',
    '',
  ].join('\n');
}
