import { PLAIN, type Style, type StylePatch } from '../workbook/style';
import { cssColor } from './color';
import { WrapStrategy } from './enums';
import { assertSize, RangeBase, readCells, writeCells } from './range-base';
import { RangeValues } from './range-values';
import { call, EnumValue, enumName, port, sheetOf } from './realm';
import { HostTextStyle } from './text-style';

type Gas = GoogleAppsScript.Spreadsheet.Range;
type Look<T> = (style: Style) => T;

const looks = {
  format: (style: Style) => style.format || 'General',
  background: (style: Style) => style.background ?? '#ffffff',
  color: (style: Style) => style.color ?? '#000000',
  weight: (style: Style) => style.weight ?? 'normal',
  slant: (style: Style) => style.slant ?? 'normal',
  line: (style: Style) => style.line ?? 'none',
  size: (style: Style) => style.size ?? 10,
  family: (style: Style) => style.family ?? 'Arial',
  horizontal: (style: Style) => style.horizontal ?? 'general',
  vertical: (style: Style) => style.vertical ?? 'bottom',
  wrap: (style: Style) => style.wrap === 'WRAP',
  strategy: (style: Style) =>
    (WrapStrategy as unknown as Record<string, unknown>)[
      style.wrap ?? 'OVERFLOW'
    ] as GoogleAppsScript.Spreadsheet.WrapStrategy,
};

const text = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : String(value);
const patches = {
  format: (value: unknown): StylePatch => ({ format: value === 'General' ? '' : (text(value) ?? '') }),
  background: (value: unknown): StylePatch => ({ background: noWhite(cssColor(value)) }),
  color: (value: unknown): StylePatch => ({ color: noBlack(cssColor(value)) }),
  weight: (value: unknown): StylePatch => ({ weight: value === 'bold' ? 'bold' : undefined }),
  slant: (value: unknown): StylePatch => ({ slant: value === 'italic' ? 'italic' : undefined }),
  line: (value: unknown): StylePatch => ({
    line: value === 'underline' || value === 'line-through' ? value : undefined,
  }),
  size: (value: unknown): StylePatch => ({ size: typeof value === 'number' && value !== 10 ? value : undefined }),
  family: (value: unknown): StylePatch => ({ family: value === 'Arial' ? undefined : text(value) }),
  horizontal: (value: unknown): StylePatch => ({
    horizontal: value === 'general' || value === 'normal' ? undefined : text(value),
  }),
  vertical: (value: unknown): StylePatch => ({ vertical: value === 'bottom' ? undefined : text(value) }),
  wrap: (value: unknown): StylePatch => ({ wrap: value ? 'WRAP' : undefined }),
  strategy: (value: unknown): StylePatch => ({
    wrap: enumName(value) === 'OVERFLOW' ? undefined : enumName(value) || undefined,
  }),
};
const noWhite = (color: string | undefined): string | undefined => (color === '#ffffff' ? undefined : color);
const noBlack = (color: string | undefined): string | undefined => (color === '#000000' ? undefined : color);

/** How the cells of a range look. */
export class RangeFormat extends RangeValues {
  #all<T>(method: string, look: Look<T>): T[][] {
    return readCells(this, method, (sheet, row, column) => look(sheet.style(row, column) ?? PLAIN));
  }

  #one<T>(method: string, look: Look<T>): T {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call(`Range.${method}`, 'read', () => look(sheetOf(sheetId).style(row, column) ?? PLAIN), 1);
  }

  #set(method: string, patch: StylePatch): Gas {
    writeCells(this, method, (sheet, place) => sheet.restyle(place, patch));
    return this as unknown as Gas;
  }

  #table(method: string, table: readonly (readonly unknown[])[], patch: (value: unknown) => StylePatch): Gas {
    assertSize(table, RangeBase.placeOf(this));
    const known = new Map<unknown, StylePatch>();
    const patches = table.map((line) =>
      line.map((value) => {
        const found = known.get(value) ?? patch(value);
        known.set(value, found);
        return found;
      }),
    );
    writeCells(this, method, (sheet, place) => port.ops.restyleCells(sheet, place, patches));
    return this as unknown as Gas;
  }

  getNumberFormat(): string {
    return this.#one('getNumberFormat', looks.format);
  }
  getNumberFormats(): string[][] {
    return this.#all('getNumberFormats', looks.format);
  }
  setNumberFormat(format: string): Gas {
    return this.#set('setNumberFormat', patches.format(format));
  }
  setNumberFormats(formats: readonly (readonly string[])[]): Gas {
    return this.#table('setNumberFormats', formats, patches.format);
  }

  getBackground(): string {
    return this.#one('getBackground', looks.background);
  }
  getBackgrounds(): string[][] {
    return this.#all('getBackgrounds', looks.background);
  }
  setBackground(color: string | null): Gas {
    return this.#set('setBackground', patches.background(color));
  }
  setBackgrounds(colors: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setBackgrounds', colors, patches.background);
  }
  setBackgroundRGB(red: number, green: number, blue: number): Gas {
    return this.#set(
      'setBackgroundRGB',
      patches.background(`#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`),
    );
  }

  getFontColor(): string {
    return this.#one('getFontColor', looks.color);
  }
  getFontColors(): string[][] {
    return this.#all('getFontColors', looks.color);
  }
  setFontColor(color: string | null): Gas {
    return this.#set('setFontColor', patches.color(color));
  }
  setFontColors(colors: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setFontColors', colors, patches.color);
  }

  getFontWeight(): 'bold' | 'normal' {
    return this.#one('getFontWeight', looks.weight);
  }
  getFontWeights(): ('bold' | 'normal')[][] {
    return this.#all('getFontWeights', looks.weight);
  }
  setFontWeight(weight: string | null): Gas {
    return this.#set('setFontWeight', patches.weight(weight));
  }
  setFontWeights(weights: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setFontWeights', weights, patches.weight);
  }

  getFontStyle(): 'italic' | 'normal' {
    return this.#one('getFontStyle', looks.slant);
  }
  getFontStyles(): ('italic' | 'normal')[][] {
    return this.#all('getFontStyles', looks.slant);
  }
  setFontStyle(style: string | null): Gas {
    return this.#set('setFontStyle', patches.slant(style));
  }
  setFontStyles(styles: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setFontStyles', styles, patches.slant);
  }

  getFontLine(): 'underline' | 'line-through' | 'none' {
    return this.#one('getFontLine', looks.line);
  }
  getFontLines(): ('underline' | 'line-through' | 'none')[][] {
    return this.#all('getFontLines', looks.line);
  }
  setFontLine(line: string | null): Gas {
    return this.#set('setFontLine', patches.line(line));
  }
  setFontLines(lines: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setFontLines', lines, patches.line);
  }

  getFontSize(): number {
    return this.#one('getFontSize', looks.size);
  }
  getFontSizes(): number[][] {
    return this.#all('getFontSizes', looks.size);
  }
  setFontSize(size: number): Gas {
    return this.#set('setFontSize', patches.size(size));
  }
  setFontSizes(sizes: readonly (readonly number[])[]): Gas {
    return this.#table('setFontSizes', sizes, patches.size);
  }

  getFontFamily(): string {
    return this.#one('getFontFamily', looks.family);
  }
  getFontFamilies(): string[][] {
    return this.#all('getFontFamilies', looks.family);
  }
  setFontFamily(family: string | null): Gas {
    return this.#set('setFontFamily', patches.family(family));
  }
  setFontFamilies(families: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setFontFamilies', families, patches.family);
  }

  getHorizontalAlignment(): string {
    return this.#one('getHorizontalAlignment', looks.horizontal);
  }
  getHorizontalAlignments(): string[][] {
    return this.#all('getHorizontalAlignments', looks.horizontal);
  }
  setHorizontalAlignment(alignment: string | null): Gas {
    return this.#set('setHorizontalAlignment', patches.horizontal(alignment));
  }
  setHorizontalAlignments(alignments: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setHorizontalAlignments', alignments, patches.horizontal);
  }

  getVerticalAlignment(): string {
    return this.#one('getVerticalAlignment', looks.vertical);
  }
  getVerticalAlignments(): string[][] {
    return this.#all('getVerticalAlignments', looks.vertical);
  }
  setVerticalAlignment(alignment: string | null): Gas {
    return this.#set('setVerticalAlignment', patches.vertical(alignment));
  }
  setVerticalAlignments(alignments: readonly (readonly (string | null)[])[]): Gas {
    return this.#table('setVerticalAlignments', alignments, patches.vertical);
  }

  getWrap(): boolean {
    return this.#one('getWrap', looks.wrap);
  }
  getWraps(): boolean[][] {
    return this.#all('getWraps', looks.wrap);
  }
  setWrap(wrap: boolean): Gas {
    return this.#set('setWrap', patches.wrap(wrap));
  }
  setWraps(wraps: readonly (readonly boolean[])[]): Gas {
    return this.#table('setWraps', wraps, patches.wrap);
  }
  getWrapStrategy(): GoogleAppsScript.Spreadsheet.WrapStrategy {
    return this.#one('getWrapStrategy', looks.strategy);
  }
  getWrapStrategies(): GoogleAppsScript.Spreadsheet.WrapStrategy[][] {
    return this.#all('getWrapStrategies', looks.strategy);
  }
  setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): Gas {
    return this.#set('setWrapStrategy', patches.strategy(strategy));
  }
  setWrapStrategies(strategies: readonly (readonly GoogleAppsScript.Spreadsheet.WrapStrategy[])[]): Gas {
    return this.#table('setWrapStrategies', strategies, patches.strategy);
  }

  /** Draws or removes borders; null leaves an edge as it is. Only the range's own cells remember them. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: unknown,
  ): Gas {
    const any = [top, left, bottom, right, vertical, horizontal].includes(true);
    const kind = style instanceof EnumValue ? style.name() : 'SOLID';
    const border = any
      ? JSON.stringify([top, left, bottom, right, vertical, horizontal, cssColor(color) ?? '#000000', kind])
      : undefined;
    return this.#set('setBorder', { border });
  }

  getTextStyle(): GoogleAppsScript.Spreadsheet.TextStyle {
    return this.#one('getTextStyle', (style) => new HostTextStyle(style) as never);
  }
  getTextStyles(): GoogleAppsScript.Spreadsheet.TextStyle[][] {
    return this.#all('getTextStyles', (style) => new HostTextStyle(style) as never);
  }
  setTextStyle(style: GoogleAppsScript.Spreadsheet.TextStyle): Gas {
    return this.#set('setTextStyle', HostTextStyle.patchOf(style));
  }
  setTextStyles(styles: readonly (readonly GoogleAppsScript.Spreadsheet.TextStyle[])[]): Gas {
    return this.#table('setTextStyles', styles, (style) => HostTextStyle.patchOf(style));
  }
  setTextRotation(rotation: number | GoogleAppsScript.Spreadsheet.TextRotation): Gas {
    const degrees = typeof rotation === 'number' ? rotation : rotation.getDegrees();
    return this.#set('setTextRotation', { rotation: degrees || undefined });
  }
}
