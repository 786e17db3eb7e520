import { Exception } from './realm';

const NAMED: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  maroon: '#800000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  lime: '#00ff00',
  olive: '#808000',
  navy: '#000080',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  gold: '#ffd700',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  lightblue: '#add8e6',
  lightgreen: '#90ee90',
  lightyellow: '#ffffe0',
  darkgreen: '#006400',
  darkred: '#8b0000',
  darkblue: '#00008b',
  lavender: '#e6e6fa',
  beige: '#f5f5dc',
  ivory: '#fffff0',
  khaki: '#f0e68c',
  salmon: '#fa8072',
  coral: '#ff7f50',
  tomato: '#ff6347',
  crimson: '#dc143c',
  indigo: '#4b0082',
  violet: '#ee82ee',
  whitesmoke: '#f5f5f5',
  skyblue: '#87ceeb',
  steelblue: '#4682b4',
  turquoise: '#40e0d0',
  tan: '#d2b48c',
};

/**
 * A colour in CSS notation as `#rrggbb`, which is how getBackground gives it back; null is the default colour.
 * @throws Exception for what is no colour
 */
export function cssColor(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = String(value).trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&');
  if (NAMED[text]) return NAMED[text];
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('')}`;
  throw new Exception(`Invalid argument: color ${String(value)}`);
}
